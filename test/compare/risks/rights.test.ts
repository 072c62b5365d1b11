import { describe, expect, test } from 'vitest'
import { newBinding } from '../../../generators/compare/risks/new-binding.ts'
import { widerProject } from '../../../generators/compare/risks/wider-project.ts'
import { widerRights } from '../../../generators/compare/risks/wider-rights.ts'
import { found, told } from './risky.ts'

const role = (rules: string, metadata = '') => ({
  objects: `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: reader${metadata} }
rules: [${rules}]
`,
})
const pods = (verbs = 'get') => `{ apiGroups: [''], resources: [pods], verbs: [${verbs}] }`
const rule = (group: string, resource: string, verb: string, more = '') =>
  `{ apiGroups: ['${group}'], resources: ['${resource}'], verbs: ['${verb}']${more} }`

describe('a role allows more', () => {
  test('another verb, on something harmless', () => {
    expect(found(widerRights, { before: role(pods('get')), after: role(pods('get, list, watch')) })).toEqual([
      {
        what: 'ClusterRole reader may list and watch pods',
        because: 'Check that it is needed for what runs under it, and no narrower right would do.',
        object: { group: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'reader' },
      },
    ])
  })

  test.each([
    ['secrets', rule('', 'secrets', 'list'), 'may list secrets', 'Secrets hold the tokens of others'],
    ['everything', rule('*', '*', '*'), 'may do everything with everything', 'whoever has it owns the cluster'],
    [
      'escalate',
      rule('rbac.authorization.k8s.io', 'clusterroles', 'escalate'),
      'may escalate rbac.authorization.k8s.io/clusterroles',
      'up to the whole cluster',
    ],
    ['impersonate', rule('', 'users', 'impersonate'), 'may impersonate users', 'up to the whole cluster'],
    ['commands in Pods', rule('', 'pods/exec', 'create'), 'may create pods/exec', 'has the rights of those as well'],
    ['workloads', rule('apps', 'deployments', 'patch'), 'may patch apps/deployments', 'may run anything'],
    ['a whole group', rule('apps', '*', 'get'), 'may get apps/*', 'whatever comes later'],
    ['a path', '{ nonResourceURLs: [/metrics], verbs: [get] }', 'may get /metrics', 'Check that it is needed'],
  ])('%s', (_, more, what, because) => {
    expect(found(widerRights, { before: role(pods()), after: role(`${pods()}, ${more}`) })).toMatchObject([
      { what: `ClusterRole reader ${what}`, because: expect.stringContaining(because) },
    ])
  })

  test('where it was about the core, and is about every group', () => {
    expect(told(widerRights, { before: role(rule('', '*', 'get')), after: role(rule('*', '*', 'get')) })).toEqual([
      'ClusterRole reader may get everything',
    ])
  })

  test('where it was about one object, and is about all', () => {
    const before = role(rule('', 'secrets', 'get', ', resourceNames: [login]'))
    expect(told(widerRights, { before, after: role(rule('', 'secrets', 'get')) })).toEqual([
      'ClusterRole reader may get secrets',
    ])
  })

  test('in what a chart is told', () => {
    const values = (rules: string) => ({ values: `rbac: { extraRules: [${rules}] }` })
    expect(
      told(widerRights, { before: values(pods()), after: values(`${pods()}, ${rule('', 'nodes', 'get')}`) }),
    ).toEqual(['the release app may get nodes'])
  })

  test('where a new one becomes part of others', () => {
    const label = ', labels: { rbac.authorization.k8s.io/aggregate-to-view: "true" }'
    expect(told(widerRights, { before: {}, after: role(pods(), label) })).toEqual(['ClusterRole reader may get pods'])
  })

  test.each([
    ['it is new, and bound to nobody', {}, role(pods())],
    ['a right is taken away', role(pods('get, list')), role(pods('get'))],
    ['a right was there by a *', role(rule('*', '*', '*')), role(pods())],
    ['a right was there by a whole group', role(rule('apps', '*', 'get')), role(rule('apps', 'deployments', 'get'))],
    [
      'rules are written in another order',
      role(`${pods()}, ${rule('', 'nodes', 'get')}`),
      role(`${rule('', 'nodes', 'get')}, ${pods()}`),
    ],
    ['a group is named of all', role(rule('*', 'pods', 'get')), role(pods())],
    ['a part is named of all', role(rule('*', '*/scale', 'get')), role(rule('apps', 'deployments/scale', 'get'))],
    ['one object is named of all', role(pods()), role(rule('', 'pods', 'get', ', resourceNames: [web]'))],
  ])('but not where %s', (_, before, after) => {
    expect(told(widerRights, { before, after })).toEqual([])
  })
})

const binding = (role: string, ...accounts: readonly string[]) => ({
  objects: `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: app }
roleRef: { kind: ClusterRole, name: ${role} }
subjects: [${accounts.map((name) => `{ kind: ServiceAccount, name: ${name}, namespace: monitoring }`).join()}]
`,
})

describe('a role is bound', () => {
  test('with the danger of what the role allows', () => {
    const after = { objects: `${role(rule('', 'secrets', 'get')).objects}---${binding('reader', 'app').objects}` }
    expect(found(newBinding, { before: {}, after })).toMatchObject([
      {
        what: 'ClusterRoleBinding app gives ServiceAccount monitoring/app what ClusterRole reader allows, in the whole cluster',
        because: expect.stringContaining('Secrets hold the tokens of others'),
      },
    ])
  })

  test('cluster-admin above all', () => {
    expect(found(newBinding, { before: {}, after: binding('cluster-admin', 'app') })[0]?.because).toBe(
      'Whoever has cluster-admin owns the cluster. Check that nothing narrower would do.',
    )
  })

  test('to one more account', () => {
    expect(told(newBinding, { before: binding('view', 'a'), after: binding('view', 'a', 'b') })).toEqual([
      'ClusterRoleBinding app gives ServiceAccount monitoring/b what ClusterRole view allows, in the whole cluster',
    ])
  })

  test('but not where somebody loses it, or it goes', () => {
    expect(told(newBinding, { before: binding('view', 'a', 'b'), after: binding('view', 'b') })).toEqual([])
    expect(told(newBinding, { before: binding('view', 'a'), after: {} })).toEqual([])
  })
})

const project = (spec: string) => ({
  control: `
apiVersion: argoproj.io/v1alpha1
kind: AppProject
metadata: { name: app, namespace: argocd }
spec: { ${spec} }
`,
})
const kinds = (...names: readonly string[]) =>
  `clusterResourceWhitelist: [${names.map((kind) => `{ group: '', kind: '${kind}' }`).join()}]`
const namespaces = (...names: readonly string[]) =>
  `destinations: [${names.map((one) => `{ server: here, namespace: '${one}' }`).join()}]`

describe('a project allows more', () => {
  test.each([
    ['sources', project('sourceRepos: [a]'), project('sourceRepos: [a, b]'), 'sources from b'],
    ['namespaces', project(namespaces('a')), project(namespaces('a', '*')), 'to write to * of here'],
    [
      'kinds',
      project(kinds('Namespace')),
      project(kinds('Namespace', 'Node')),
      'objects of the whole cluster: core/Node',
    ],
    [
      'whatever is in namespaces',
      project("namespaceResourceWhitelist: [{ group: apps, kind: '*' }]"),
      project(''),
      'every kind of object in namespaces',
    ],
    [
      'what it forbade',
      project('clusterResourceBlacklist: [{ group: apps, kind: X }]'),
      project(''),
      'what it forbade: apps/X',
    ],
  ])('%s', (_, before, after, what) => {
    expect(told(widerProject, { before, after })).toEqual([`AppProject argocd/app allows ${what}`])
  })

  test.each([
    ['less', project('sourceRepos: [a, b]'), project('sourceRepos: [b]')],
    ['what a pattern allowed already', project(namespaces('team-*')), project(namespaces('team-a'))],
    ['a list that narrows', project(''), project("namespaceResourceWhitelist: [{ group: apps, kind: '*' }]")],
    ['a new one', { control: '' }, project('sourceRepos: [a]')],
  ])('but not %s', (_, before, after) => {
    expect(told(widerProject, { before, after })).toEqual([])
  })
})
