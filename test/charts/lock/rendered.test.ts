import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { lockFile, lockText } from '../../../generators/charts/lock/chart-lock.ts'
import { loadSchemas, schemaFolder } from '../../../generators/check/schema/schemas.ts'
import { environment } from '../../../generators/fleet/environment.ts'
import { buildAll, findKustomize } from '../../../generators/output/kustomize.ts'
import { rendered, think } from '../../../generators/render.ts'
import { put } from '../../output/sandbox.ts'
import { fleet, sender, store } from '../../support/fleets.ts'
import { digest, locked } from './locked.ts'

const folder = mkdtempSync(join(tmpdir(), 'locked-'))
afterAll(() => rmSync(folder, { recursive: true }))

const thought = think(
  fleet(
    { a: { components: [store(), sender()] } },
    { dev: environment({ storageClass: 'fast' }, [store({ version: '1.3.0' })]) },
  ),
)
const filesWith = (lock: string | undefined) => {
  const { files, problems } = rendered(thought, {
    inputs: new Map([[lockFile, lock]]),
    schemas: loadSchemas(schemaFolder),
  })
  expect(problems).toEqual([])
  return new Map(files.map(({ path, content }) => [path, content]))
}
const at = (files: ReadonlyMap<string, string>, path: string) => parse(files.get(path) ?? `no: ${path}`)

const lock = lockText([locked('store', '1.2.3', '1'), locked('store', '1.3.0', '2'), locked('sender', '0.1.0', '3')])
const source = 'apps/base/monitoring/store/ocirepository.yaml'
const overlay = 'apps/dev/monitoring/store'

test('with a lock, Flux takes a chart by its digest, in each layer that says a version', () => {
  const files = filesWith(lock)
  expect(at(files, source).spec.ref).toEqual({ tag: '1.2.3', digest: digest('1') })
  expect(parse(at(files, `${overlay}/kustomization.yaml`).patches[1].patch)).toEqual([
    { op: 'replace', path: '/spec/ref', value: { tag: '1.3.0', digest: digest('2') } },
  ])
})

test('without one, it takes the tag', () => {
  const files = filesWith(undefined)
  expect(at(files, source).spec.ref).toEqual({ tag: '1.2.3' })
  expect(parse(at(files, `${overlay}/kustomization.yaml`).patches[1].patch)).toEqual([
    { op: 'replace', path: '/spec/ref/tag', value: '1.3.0' },
  ])
})

test('a lock changes nothing else, and nothing of an HTTP repository, which knows no digests', () => {
  const [with_, without] = [filesWith(lock), filesWith(undefined)]
  expect([...with_].filter(([path, content]) => without.get(path) !== content).map(([path]) => path)).toEqual([
    source,
    `${overlay}/kustomization.yaml`,
  ])
})

test('a real kustomize hands the digest of the lower layer to Flux, and not that of the layer above', async () => {
  for (const [path, content] of filesWith(lock)) put(folder, path, content)
  const kustomize = await findKustomize(process.cwd())
  const [built] = await buildAll(kustomize!, folder, [overlay])
  expect(JSON.stringify(built)).toContain(digest('2'))
  expect(JSON.stringify(built)).not.toContain(digest('1'))
})
