import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execa } from 'execa'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { toYaml } from '../../../generators/output/yaml/emit.ts'
import { nastyNumber, nastyString, nastyValue } from './nasty.ts'

/** What kustomize prints when it has read a resource. Its printing keeps apart what it reads as different. */
const readByKustomize = async (resource: string): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'fleetwright-kustomize-'))
  try {
    await writeFile(join(folder, 'kustomization.yaml'), 'resources: [resource.yaml]\n')
    await writeFile(join(folder, 'resource.yaml'), resource)
    const { stdout } = await execa('kustomize', ['build', folder], { preferLocal: true })
    return stdout
  } finally {
    await rm(folder, { recursive: true })
  }
}

/**
 * Not every value outlives kustomize, whoever wrote it and in whichever quotes: it reads these characters but loses them
 * when it prints, or refuses what it printed; it drops a key `<<` and breaks on keys of over 1024 characters. That we
 * write those well is proven with another reader, in round-trip.test.ts.
 */
const lost = /[\x7F-\x9F\u2028\u2029\uFFFE\uFFFF]/
const strings = nastyString.filter((text) => !lost.test(text))
const keys = strings.filter((key) => key !== '<<')

const customResource = (values: readonly unknown[]) => ({
  apiVersion: 'example.com/v1',
  kind: 'Values',
  metadata: { name: 'values' },
  spec: { values },
})

// Each run starts kustomize twice, so it asks for many values at once.
test('kustomize reads our YAML as it reads the JSON of the same object', async () => {
  const batch = fc.array(nastyValue({ strings, keys, numbers: nastyNumber }), { minLength: 500, maxLength: 500 })
  await fc.assert(
    fc.asyncProperty(batch, async (values) => {
      const object = customResource(values)
      const [ours, json] = [await readByKustomize(toYaml(object)), await readByKustomize(JSON.stringify(object))]
      // Kustomize sorts keys by an order that depends on where its map began, so two texts may differ in that alone.
      if (ours !== json) expect(parse(ours)).toEqual(parse(json))
    }),
    { numRuns: 3, endOnFailure: true },
  )
})

test('kustomize tells a careless emitter from a careful one', async () => {
  const careful = toYaml(customResource(['012', '1_000']))
  const careless = careful.replaceAll("'", '')

  expect(careful).toContain("values:\n    - '012'\n    - '1_000'\n")
  expect(await readByKustomize(careless)).toBe(await readByKustomize(JSON.stringify(customResource([10, 1000]))))
})
