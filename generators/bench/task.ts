import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { loadSchemas, schemaFolder } from '../check/schema/schemas.ts'
import { renderTree } from '../command/render-tree.ts'
import { fingerprintOf } from '../fleet/fingerprint.ts'
import { loadExporters, metricsFolder } from '../metrics/exporters.ts'
import { openWorkTree } from '../output/work-tree.ts'
import { rendered, think } from '../render.ts'
import { madeUpFleet } from './made-up-fleet.ts'

/** What is measured, each in a process of its own: the render, and what it is held against. */
export type TaskName = 'check' | 'copy' | 'limit' | 'render' | 'status' | 'unchanged'

export interface Task {
  readonly name: TaskName
  readonly files: number
  /** The folder to write into, or to look at. */
  readonly folder: string
  /** The root of this repository, for the schemas. */
  readonly root: string
  readonly scribe: string
}

export interface Measured {
  readonly milliseconds: number
  /** The most memory that the process held at once, in MiB. */
  readonly mebibytes: number
}

/** Runs one task and tells what it took. Loading the program is not part of it. */
export const measure = async (task: Task): Promise<Measured> => {
  const work = prepared(task)
  const begun = performance.now()
  await work()
  return { milliseconds: performance.now() - begun, mebibytes: process.resourceUsage().maxRSS / 1024 }
}

const prepared = ({ name, files, folder, root, scribe }: Task): (() => unknown) => {
  const schemas = loadSchemas(join(root, schemaFolder))
  const exporters = loadExporters(join(root, metricsFolder))
  switch (name) {
    case 'limit': {
      const ready = rendered(think(madeUpFleet(files)), { inputs: new Map(), schemas }).files
      return () => {
        const folders = new Set(ready.map(({ path }) => dirname(path)))
        for (const path of folders) mkdirSync(join(folder, path), { recursive: true })
        for (const { path, content } of ready) writeFileSync(`${folder}/${path}`, content)
      }
    }
    case 'copy':
      return () => execFileSync('cp', ['-r', folder, `${folder}-copy`])
    case 'status':
      return () => execFileSync('git', ['status', '--porcelain'], { cwd: folder })
    default:
      return async () => {
        const fleet = madeUpFleet(files)
        const result = await renderTree(openWorkTree(folder), {
          fleet,
          schemas,
          exporters,
          fingerprint: fingerprintOf(fleet, 'bench'),
          check: name === 'check',
          scribe,
        })
        if ('problems' in result) throw new Error(JSON.stringify(result.problems.slice(0, 3)))
        const { created, changed } = result.outcome
        if (name !== 'render' && created.length + changed.length > 0) throw new Error('the tree was not as it was left')
      }
  }
}
