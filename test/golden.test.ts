import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { loadSchemas, schemaFolder } from '../generators/check/schema/schemas.ts'
import type { Fleet } from '../generators/fleet/fleet.ts'
import committedFleet from '../generators/fleet.ts'
import { isOursOnDisk } from '../generators/output/ownership.ts'
import { readInputs } from '../generators/output/reader.ts'
import { rendered, think } from '../generators/render.ts'
import { goldenFleet } from './golden.fleet.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const golden = fileURLToPath(new URL('golden/two-clusters', import.meta.url))
const schemas = loadSchemas(join(root, schemaFolder))

/** Every file of a fleet, by path. Files of people are read in the folder where they are kept. */
const render = (fleet: Fleet, home: string): Readonly<Record<string, string>> => {
  const thought = think(fleet)
  const { files, problems } = rendered(thought, { inputs: readInputs(home, thought.reads), schemas })
  expect(problems).toEqual([])
  return Object.fromEntries(files.map(({ path, content }) => [path, content]))
}

/** Every file below a folder that a render of ours has written there, by path. */
const ours = (home: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    ['apps', 'clusters', 'infrastructure']
      .flatMap((folder) => filesBelow(home, folder))
      .filter((path) => isOursOnDisk(home, path))
      .map((path) => [path, readFileSync(join(home, path), 'utf8')]),
  )

const filesBelow = (home: string, folder: string): readonly string[] =>
  readdirSync(join(home, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(home, '/').length))

/** Writes the golden tree anew. The diff is for a person to read before it is committed. */
const update = (files: Readonly<Record<string, string>>): void => {
  for (const path of Object.keys(ours(golden))) rmSync(join(golden, path))
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(golden, path)), { recursive: true })
    writeFileSync(join(golden, path), content)
  }
}

test('golden.fleet.ts renders test/golden/two-clusters, file by file (UPDATE_GOLDEN=1 writes it anew)', () => {
  const files = render(goldenFleet, golden)
  if (process.env.UPDATE_GOLDEN === '1') update(files)
  expect(files).toEqual(ours(golden))
})

test('generators/fleet.ts renders what is committed, byte for byte, and no file of ours is left over', () => {
  expect(render(committedFleet, root)).toEqual(ours(root))
})
