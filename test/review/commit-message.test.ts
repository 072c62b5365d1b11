import { describe, expect, test } from 'vitest'
import { commitMessage } from '../../generators/review/commit-message.ts'
import type { Change } from '../../generators/review/outcome.ts'

/** Changes as `git diff --name-status` would list them: `new apps/base/…`. */
const changes = (text: string): Change[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/ +/))
    .map(([change, path]) => ({ change: change as Change['change'], path: path! }))

const subjectOf = (text: string) => commitMessage(changes(text)).split('\n')[0]

test('a new component is told layer by layer', () => {
  expect(
    commitMessage(
      changes(`
        new     apps/base/monitoring/tempo/helmrelease.yaml
        new     apps/base/monitoring/tempo/kustomization.yaml
        new     apps/base/monitoring/tempo/ocirepository.yaml
        new     apps/base/monitoring/tempo/values.yaml
        new     apps/dev/monitoring/tempo/kustomization.yaml
        new     apps/dev/monitoring/tempo/values-dev.yaml
        changed clusters/homelab/README.md
        changed clusters/homelab/monitoring/kube-prometheus-stack.yaml
        changed clusters/homelab/monitoring/kustomization.yaml
        new     clusters/homelab/monitoring/tempo.yaml
      `),
    ),
  ).toBe(`\
Add tempo to homelab

Base, all clusters:
- monitoring/tempo: new

Environment dev:
- monitoring/tempo: new

Cluster homelab:
- README.md: changed
- namespace monitoring: changed
- monitoring/kube-prometheus-stack: changed
- monitoring/tempo: new

Rendered from generators/fleet.ts by npx zx scripts/render.mjs.
`)
})

test('a component that is exchanged for another is added and removed', () => {
  expect(
    commitMessage(
      changes(`
        new     apps/base/monitoring/alloy/kustomization.yaml
        new     apps/base/monitoring/alloy/values.yaml
        pruned  apps/base/monitoring/promtail/kustomization.yaml
        pruned  apps/base/monitoring/promtail/values.yaml
        new     clusters/homelab/monitoring/alloy.yaml
        changed clusters/homelab/monitoring/kustomization.yaml
        pruned  clusters/homelab/monitoring/promtail.yaml
      `),
    ),
  ).toBe(`\
Add alloy to homelab and remove promtail from homelab

Base, all clusters:
- monitoring/alloy: new
- monitoring/promtail: removed

Cluster homelab:
- namespace monitoring: changed
- monitoring/alloy: new
- monitoring/promtail: removed

Rendered from generators/fleet.ts by npx zx scripts/render.mjs.
`)
})

test('clusters in which the same was done share a section', () => {
  const edges = Array.from({ length: 1000 }, (_, index) => `edge-${String(index).padStart(3, '0')}`)
  const message = commitMessage([
    { change: 'changed', path: 'clusters/homelab/monitoring/loki.yaml' },
    ...edges.map((name): Change => ({ change: 'new', path: `clusters/${name}/monitoring/alloy.yaml` })),
  ])
  expect(message).toBe(`\
Add 1 component to 1000 layers

Clusters edge-000, edge-001, edge-002, edge-003, edge-004, 995 more:
- monitoring/alloy: new

Cluster homelab:
- monitoring/loki: changed

Rendered from generators/fleet.ts by npx zx scripts/render.mjs.
`)
})

test('six clusters are all named: one more would take no less room', () => {
  const message = commitMessage(
    ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => ({ change: 'new', path: `clusters/${name}/monitoring/alloy.yaml` })),
  )
  expect(message).toContain('\nClusters a, b, c, d, e, f:\n- monitoring/alloy: new\n')
})

describe('the subject says', () => {
  test.each([
    ['a change of a base', 'Change loki in base', 'changed apps/base/monitoring/loki/values.yaml'],
    [
      'every layer in which somebody decided something',
      'Change loki and tempo in base, cloud, dev and homelab',
      `changed apps/base/monitoring/loki/values.yaml
       changed apps/cloud/monitoring/loki/values-cloud.yaml
       changed apps/dev/monitoring/tempo/values-dev.yaml
       changed apps/clusters/homelab/monitoring/loki/values-homelab.yaml`,
    ],
    [
      'that an overlay changes its component when it comes',
      'Change loki in homelab',
      `new     apps/clusters/homelab/monitoring/loki/kustomization.yaml
       new     apps/clusters/homelab/monitoring/loki/values-homelab.yaml
       changed clusters/homelab/monitoring/loki.yaml`,
    ],
    [
      'that an overlay changes its component when it goes',
      'Change loki in dev',
      `pruned  apps/dev/monitoring/loki/kustomization.yaml
       changed clusters/homelab/monitoring/loki.yaml
       changed clusters/lab/monitoring/loki.yaml`,
    ],
    [
      'infrastructure like apps',
      'Add cilium to talos-local',
      `new infrastructure/base/kube-system/cilium/kustomization.yaml
       new infrastructure/local/kube-system/cilium/kustomization.yaml
       new clusters/talos-local/kube-system/cilium.yaml`,
    ],
    [
      'a new cluster, not all that came with it',
      'Add cluster edge-1',
      `new     apps/base/monitoring/alloy/kustomization.yaml
       new     clusters/edge-1/README.md
       new     clusters/edge-1/monitoring/alloy.yaml
       new     clusters/edge-1/monitoring/kustomization.yaml
       new     infrastructure/components/namespace-no-istio/kustomization.yaml`,
    ],
    [
      'new clusters, and what else was decided',
      'Add clusters edge-1 and edge-2 and change loki in homelab',
      `new     clusters/edge-1/README.md
       new     clusters/edge-2/README.md
       new     clusters/edge-2/monitoring/kustomization.yaml
       changed clusters/homelab/README.md
       changed apps/clusters/homelab/monitoring/loki/values-homelab.yaml`,
    ],
    [
      'a cluster that is gone',
      'Remove cluster edge-1',
      `pruned clusters/edge-1/README.md
       pruned clusters/edge-1/monitoring/alloy.yaml
       pruned apps/base/monitoring/alloy/kustomization.yaml`,
    ],
    [
      'a pointer when nothing else changed',
      'Change loki in homelab',
      `changed clusters/homelab/monitoring/loki.yaml
       changed clusters/homelab/README.md`,
    ],
    [
      'a namespace when no component changed',
      'Change namespace monitoring in homelab',
      'changed clusters/homelab/monitoring/kustomization.yaml',
    ],
    [
      'a Kustomize component by its name',
      'Change namespace-no-istio in base',
      'changed infrastructure/components/namespace-no-istio/namespace.yaml',
    ],
    ['a README when nothing else changed', 'Change README.md in homelab', 'changed clusters/homelab/README.md'],
    ['a file that is in no layer', 'Add .sourceignore', 'new .sourceignore'],
    [
      'one name for components of one name',
      'Change loki in base',
      `changed apps/base/logs/loki/values.yaml
       changed apps/base/monitoring/loki/values.yaml`,
    ],
  ])('%s: %s', (_, subject, text) => {
    expect(subjectOf(text)).toBe(subject)
  })
})

describe('a subject has 72 columns at most, and says less where names are too long', () => {
  const many = (number: number, path: (index: number) => string): Change[] =>
    Array.from({ length: number }, (_, index) => ({ change: 'changed', path: path(index) }))

  test.each<[string, Change[]]>([
    ['Change 12 components in base', many(12, (index) => `apps/base/monitoring/component-${index}/values.yaml`)],
    [
      'Change 3 components in 12 layers',
      many(12, (index) => `apps/environment-${index}/monitoring/component-${index % 3}/values.yaml`),
    ],
    ['Change 1 component in 1 layer', many(1, () => `apps/${'e'.repeat(63)}/monitoring/${'c'.repeat(63)}/values.yaml`)],
    [
      'Add 40 clusters',
      many(40, (index) => `clusters/edge-${index}/README.md`).map((one) => ({ ...one, change: 'new' })),
    ],
    [
      'Render 48 changed files',
      [
        ...many(12, (index) => `clusters/a${index}/README.md`).map((one): Change => ({ ...one, change: 'new' })),
        ...many(12, (index) => `clusters/b${index}/README.md`).map((one): Change => ({ ...one, change: 'pruned' })),
        ...many(12, (index) => `clusters/c${index}/m/x.yaml`).map((one): Change => ({ ...one, change: 'new' })),
        ...many(12, (index) => `clusters/d${index}/m/x.yaml`).map((one): Change => ({ ...one, change: 'pruned' })),
      ],
    ],
  ])('%s', (subject, files) => {
    expect(commitMessage(files).split('\n')[0]).toBe(subject)
  })

  test('72 columns fit, 73 do not', () => {
    const change = (length: number) => commitMessage(changes(`changed apps/base/m/${'c'.repeat(length)}/values.yaml`))
    expect(change(57).split('\n')[0]).toBe(`Change ${'c'.repeat(57)} in base`)
    expect(change(58).split('\n')[0]).toBe('Change 1 component in base')
  })
})

test('the message does not depend on the order of the changes', () => {
  const text = `
    changed clusters/homelab/monitoring/loki.yaml
    new     clusters/homelab/monitoring/tempo.yaml
    new     apps/base/monitoring/tempo/values.yaml
    new     apps/base/monitoring/tempo/kustomization.yaml
    changed apps/dev/monitoring/loki/values-dev.yaml`
  expect(commitMessage(changes(text).toReversed())).toBe(commitMessage(changes(text)))
})

test('names stand as they are: the message is no HTML', () => {
  expect(commitMessage([{ change: 'new', path: `apps/base/m/a&b'"<c>/values.yaml` }])).toContain(
    `- m/a&b'"<c>: changed\n`,
  )
})
