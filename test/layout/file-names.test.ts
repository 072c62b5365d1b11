import { describe, expect, test } from 'vitest'
import { manifests } from '../../generators/fleetwright.ts'
import { federation } from '../catalogue/otel-gateway/hub.ts'
import { fleet } from '../support/fleets.ts'
import { tree } from '../support/tree.ts'

const object = (apiVersion: string, kind: string, name: string) => ({ apiVersion, kind, metadata: { name } })
const folder = 'apps/base/monitoring/web'

const namesOf = (...objects: readonly ReturnType<typeof object>[]) =>
  tree(fleet({ a: { components: [manifests({ name: 'web', objects })] } }))
    .paths.filter((path) => path.startsWith(`${folder}/`) && !path.endsWith('/kustomization.yaml'))
    .map((path) => path.slice(folder.length + 1))

describe('a file is named for the kind of its object', () => {
  test('alone where that is called like its component, and with its name elsewhere', () => {
    expect(namesOf(object('v1', 'Service', 'web'), object('v1', 'Secret', 'login'))).toEqual([
      'service.yaml',
      'secret-login.yaml',
    ])
  })

  test('and goes on to be called so whatever stands beside it', () => {
    const one = object('cert-manager.io/v1', 'Certificate', 'one')
    const alone = namesOf(one, object('v1', 'Service', 'web'))
    const both = namesOf(one, object('cert-manager.io/v1', 'Certificate', 'two'), object('v1', 'Service', 'web'))
    expect(both).toEqual(expect.arrayContaining(alone))
    expect(both).toEqual(['certificate-one.yaml', 'certificate-two.yaml', 'service.yaml'])
  })

  test('with its API group where two kinds have one name', () => {
    expect(namesOf(object('v1', 'Service', 'web'), object('serving.knative.dev/v1', 'Service', 'web'))).toEqual([
      'service-web-core.yaml',
      'service-web-serving.knative.dev.yaml',
    ])
  })
})

test('a further edge adds files and lines, and changes none that are there', () => {
  const before = tree(federation({ edges: ['edge-1'] }))
  const after = tree(federation({ edges: ['edge-1', 'edge-2'] }))
  expect(after.paths).toEqual(expect.arrayContaining([...before.paths]))
  const changed = before.paths.filter((path) => after.text(path) !== before.text(path))
  expect(changed).toContain('infrastructure/clusters/hub/monitoring/federation-certificates/kustomization.yaml')
  const lost = changed.flatMap((path) => without(before.text(path), after.text(path)).map((line) => [path, line]))
  expect(lost).toEqual([])
})

/** Lines that a text has lost, in order. */
const without = (before: string, after: string): readonly string[] => {
  const left = after.split('\n')
  return before.split('\n').filter((line) => {
    const index = left.indexOf(line)
    if (index >= 0) left.splice(0, index + 1)
    return index < 0
  })
}
