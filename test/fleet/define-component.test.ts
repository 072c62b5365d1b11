import { expect, test } from 'vitest'
import { shape } from '../../generators/fleet/checks/check.ts'
import { version } from '../../generators/fleet/checks/scalars.ts'
import type { CommonOptions, HelmOptions } from '../../generators/fleet/component.ts'
import { helmComponent, manifestsComponent } from '../../generators/fleet/define-component.ts'

interface Versioned extends CommonOptions {
  readonly version?: string
}

const plain = manifestsComponent<Versioned>({ name: 'plain', tier: 'apps', options: { version }, objects: () => [] })

const chart = { name: 'web', url: 'oci://registry.example/charts/web', version: '1.0.0' }
const released = helmComponent<HelmOptions>({ name: 'web', tier: 'apps', chart, options: {}, values: () => ({}) })

test('a version of plain objects is checked by whoever has it as an option, and that is not forgotten', () => {
  const check = shape('plain', plain.definition.options)
  expect(check({ version: '1.2.3' }, [])).toEqual([])
  expect(check({ version: 'latest' }, []).map(({ reason }) => reason)).toEqual(["'latest' is not an exact version"])
  // @ts-expect-error the check of the version is missing
  manifestsComponent<Versioned>({ name: 'plain', tier: 'apps', options: {}, objects: () => [] })
})

test('a release has the version of its chart to say, without an option of its own', () => {
  expect(shape('web', released.definition.options)({ version: '2.0.0', values: {} }, [])).toEqual([])
})
