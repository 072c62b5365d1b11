import { describe, expect, test } from 'vitest'
import { disruptionBudgetRemoved } from '../../../generators/compare/risks/disruption-budget-removed.ts'
import { gainedPowers } from '../../../generators/compare/risks/gained-powers.ts'
import { noReplicas } from '../../../generators/compare/risks/no-replicas.ts'
import { podSecurityLowered } from '../../../generators/compare/risks/pod-security-lowered.ts'
import { found, type Side, told } from './risky.ts'

const web = (spec: string, container = ''): Side => ({
  objects: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: monitoring }
spec:
  ${spec}
  template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, ${container} }] } }
---
`,
})
const securityContext = (text: string) => web('', `securityContext: { ${text} }`)
const values = (text: string): Side => ({ values: text })

describe('Pods gain power', () => {
  test.each([
    ['all privileges', 'privileged: true', 'all privileges on its node'],
    ['a capability', 'capabilities: { add: [NET_ADMIN] }', 'the capability NET_ADMIN'],
    ['root', 'runAsUser: 0', 'the user root'],
    ['escalation', 'allowPrivilegeEscalation: true', 'the right to take more privileges'],
    ['all system calls', 'seccompProfile: { type: Unconfined }', 'no seccompProfile'],
  ])('%s', (_, settings, power) => {
    expect(told(gainedPowers, { before: web(''), after: securityContext(settings) })).toEqual([
      `Deployment monitoring/web gains ${power}`,
    ])
  })

  test('over their node, with what that means', () => {
    const { objects = '' } = web('')
    const after = {
      objects: objects.replace('containers:', 'hostPID: true, volumes: [{ hostPath: { path: /etc } }], containers:'),
    }
    expect(found(gainedPowers, { before: web(''), after })).toMatchObject([
      {
        what: 'Deployment monitoring/web gains sight of every process of its node and the folder /etc of its node',
        because: expect.stringContaining('can reach its node'),
      },
    ])
  })

  test('by values of a chart', () => {
    expect(
      told(gainedPowers, { before: values('{}'), after: values('securityContext: { privileged: true }') }),
    ).toEqual(['the release app gains all privileges on its node'])
  })

  test.each([
    ['they lose some', securityContext('privileged: true'), securityContext('privileged: false')],
    [
      'they had it',
      securityContext('privileged: true'),
      { objects: securityContext('privileged: true').objects?.replace('spec:', 'spec:\n  replicas: 2') },
    ],
    ['capabilities are dropped', web(''), securityContext('capabilities: { drop: [ALL] }')],
    ['they are no root', web(''), securityContext('runAsUser: 1000')],
    [
      'it is no Pod that says so',
      {},
      { objects: 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata: { privileged: true }' },
    ],
  ])('but not where %s', (_, before, after) => {
    expect(told(gainedPowers, { before, after })).toEqual([])
  })
})

describe('Pod Security is lowered', () => {
  const namespace = (level?: string) => ({
    objects: `
apiVersion: v1
kind: Namespace
metadata: { name: monitoring, labels: { ${level === undefined ? '' : `pod-security.kubernetes.io/enforce: ${level}`} } }
`,
  })

  test.each([
    ['restricted', 'baseline'],
    ['baseline', 'privileged'],
    ['restricted', undefined],
  ])('from %s to %s', (before, after) => {
    expect(told(podSecurityLowered, { before: namespace(before), after: namespace(after) })).toEqual([
      `Namespace monitoring lets Pods do what is ${after ?? 'privileged'}, which was ${before}`,
    ])
  })

  test('but not raised, nor where the namespace is new', () => {
    expect(told(podSecurityLowered, { before: namespace(), after: namespace('baseline') })).toEqual([])
    expect(told(podSecurityLowered, { before: {}, after: namespace('privileged') })).toEqual([])
  })
})

describe('nothing runs any more', () => {
  test.each([
    [
      'of a Deployment',
      web('replicas: 2'),
      web('replicas: 0'),
      'Deployment monitoring/web runs no Pod any more (spec.replicas is 0)',
    ],
    [
      'which had its default',
      web(''),
      web('replicas: 0'),
      'Deployment monitoring/web runs no Pod any more (spec.replicas is 0)',
    ],
    [
      'of a part of a chart',
      values('gateway: { replicas: 1 }'),
      values('gateway: { replicas: 0 }'),
      'the release app runs no Pod any more (gateway.replicas is 0)',
    ],
  ])('%s', (_, before, after, what) => {
    expect(told(noReplicas, { before, after })).toEqual([what])
  })

  test.each([
    ['fewer run', web('replicas: 3'), web('replicas: 1')],
    ['it was so before', web('replicas: 0'), web('replicas: 0, minReadySeconds: 5'.replace(', ', '\n  '))],
    ['it is new', undefined, web('replicas: 0')],
    ['a part of a chart that nobody spoke of is left out', values('{}'), values('read: { replicas: 0 }')],
  ])('but not where %s', (_, before, after) => {
    expect(told(noReplicas, { before, after })).toEqual([])
  })
})

describe('a disruption budget goes', () => {
  const budget = `
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web, namespace: monitoring }
spec: { selector: { matchLabels: { app: web } } }
`
  const both = { objects: `${web('').objects}${budget}` }

  test('while its Pods stay', () => {
    expect(told(disruptionBudgetRemoved, { before: both, after: web('') })).toEqual([
      'PodDisruptionBudget monitoring/web goes away, while its Pods stay',
    ])
  })

  test('by a switch of a chart', () => {
    const pdb = (enabled: boolean) => values(`podDisruptionBudget: { enabled: ${enabled} }`)
    expect(told(disruptionBudgetRemoved, { before: pdb(true), after: pdb(false) })).toHaveLength(1)
    expect(told(disruptionBudgetRemoved, { before: pdb(false), after: pdb(true) })).toEqual([])
  })

  test('but not with its Pods', () => {
    expect(told(disruptionBudgetRemoved, { before: both, after: {} })).toEqual([])
  })
})
