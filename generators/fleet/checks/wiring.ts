import { anything, type Check, isRecord, listOf, mapOf, oneOf, satisfying, shape } from './check.ts'
import { plainData } from './plain-data.ts'
import { duration, flag, text } from './scalars.ts'

/** A list of records that are told apart by their `kind`. */
const listOfKinds = (what: string, kinds: Readonly<Record<string, Check>>): Check => {
  const kind = oneOf('known-kind', `kind of ${what}`, Object.keys(kinds))
  return listOf((value, place) => {
    const check =
      isRecord(value) && typeof value.kind === 'string' && Object.hasOwn(kinds, value.kind) && kinds[value.kind]
    return check ? check(value, place) : kind(isRecord(value) ? value.kind : value, [...place, 'kind'])
  })
}

const labels = mapOf(text)
const callable = satisfying('shape', (value) => typeof value === 'function', 'a function', '() => []')
const crd = shape('a crd', { kind: text, group: text }, ['group'])
const issuer = shape('an issuer', { kind: text, name: text }, ['name'])

/** What `provides()` may answer. */
export const capabilities: Check = listOfKinds('capability', {
  crd,
  endpoint: shape('an endpoint', { kind: text, name: text, url: text, outside: text, pods: labels }, ['name', 'url']),
  metrics: shape(
    'metrics',
    { kind: text, exporter: text, through: text, target: text, families: mapOf(listOf(text)), labels: listOf(text) },
    ['exporter', 'through'],
  ),
  scrapes: shape('scrapes', { kind: text, through: text, labels: listOf(text) }, ['through', 'labels']),
  logs: shape('logs', { kind: text, labels: listOf(text) }, ['labels']),
  datasource: shape('a datasource', { kind: text, uid: text, name: text, type: text, url: text, interval: duration }, [
    'uid',
    'name',
    'type',
    'url',
  ]),
  'custom-resource-metrics': shape('metrics', { kind: text, resources: listOf(plainData), rbac: listOf(plainData) }, [
    'resources',
    'rbac',
  ]),
  'monitor-labels': shape('monitor-labels', { kind: text, labels }, ['labels']),
  'node-feature': shape('a node-feature', { kind: text, feature: text, nodeSelector: labels, taints: listOf(text) }, [
    'feature',
    'nodeSelector',
    'taints',
  ]),
  issuer,
  namespace: shape('a namespace', { kind: text, name: text }, ['name']),
  door: shape('a door', { kind: text, to: text, authenticated: flag, how: text, login: text }, [
    'to',
    'authenticated',
    'how',
  ]),
})

/** What `requires()` may answer. */
export const requirements: Check = listOfKinds('requirement', {
  crd,
  endpoint: shape('an endpoint', { kind: text, name: text, from: text, in: text, optional: flag, usually: callable }, [
    'name',
  ]),
  'monitor-labels': shape('monitor-labels', { kind: text, usually: callable }),
  issuer,
  secret: shape('a secret', { kind: text, name: text, keys: listOf(text), note: text, command: text }, [
    'name',
    'keys',
  ]),
  outside: shape('an outside', { kind: text, url: text, what: text }, ['url', 'what']),
  'node-feature': shape('a node-feature', { kind: text, feature: text }, ['feature']),
  all: shape('all', { kind: text, of: anything }, ['of']),
})
