import { describe, expect, test } from 'vitest'
import { manifests } from '../../../generators/fleet/application.ts'
import type { Requirement } from '../../../generators/fleet/capability.ts'
import type { Placeable } from '../../../generators/fleet/component.ts'
import { environment } from '../../../generators/fleet/environment.ts'
import { defineFleet } from '../../../generators/fleet/fleet.ts'
import { type NamespaceSettings, namespace } from '../../../generators/fleet/namespace.ts'
import { existing } from '../../../generators/fleet/secret.ts'
import {
  alloyAgent,
  flux,
  grafana,
  kubePrometheusStack,
  kubeStateMetrics,
  lokiSingle,
  nodeExporter,
  prometheus,
} from '../../../generators/fleetwright.ts'
import { deployment } from '../../../generators/objects/kubernetes/deployment.ts'
import { service, serviceUrl } from '../../../generators/objects/kubernetes/service.ts'
import { type Pod, policiesIn, reaches, rulesThatAllow } from '../../support/network.ts'
import { says } from '../../support/says.ts'
import { tree } from '../../support/tree.ts'

const secrets = { 'grafana-admin': existing() }

/** A cluster of an environment with policies. Each namespace: its settings, and what runs there. */
const closing = (
  namespaces: Readonly<Record<string, readonly [NamespaceSettings, readonly Placeable[]]>>,
  more: { readonly network?: 'calico' | 'flannel'; readonly networkPolicies?: boolean } = {},
) =>
  tree(
    defineFleet({
      repository: { url: 'https://github.com/example/platform', branch: 'main' },
      environments: {
        cloud: environment({
          storageClass: 'gp3',
          networkPolicies: more.networkPolicies ?? true,
          privateNetwork: true,
        }),
      },
      clusters: {
        hub: flux({
          environment: 'cloud',
          distribution: 'managed',
          network: more.network ?? 'calico',
          namespaces: Object.fromEntries(
            Object.entries(namespaces).map(([name, [settings, components]]) => [name, namespace(settings, components)]),
          ),
        }),
      },
    }),
  )

const pod = (name: string, home = 'observability'): Pod => ({
  namespace: home,
  labels: { 'app.kubernetes.io/name': name },
})

const program = (name: string, requires: readonly Requirement[] = [], open?: { nodePort: number }) =>
  manifests({
    name,
    objects: [
      service({ name, port: { name: 'http', port: 80, ...open } }),
      deployment({
        name,
        user: 1000,
        container: { name, image: 'example.com/p:1.0.0', ports: [{ name: 'http', containerPort: 8080 }] },
      }),
    ],
    requires: () => requires,
    provides: ({ namespace }) => [{ kind: 'endpoint', name: 'otlp', url: serviceUrl(name, namespace, 80) }],
  })

describe('stores, agents and a Grafana of our own', () => {
  const cluster = closing({
    observability: [
      { secrets },
      [kubeStateMetrics(), nodeExporter(), prometheus(), lokiSingle(), alloyAgent(), grafana()],
    ],
  }).clusters[0]!
  const policies = policiesIn(cluster)

  test('each that talks to another is let out once and in once, and at that port alone', () => {
    const flows = [
      ['alloy-agent', 'loki-single', 3100],
      ['grafana', 'loki-single', 3100],
      ['grafana', 'prometheus', 9090],
      ['prometheus', 'kube-state-metrics', 8080],
      ['prometheus', 'loki-single', 3100],
      ['prometheus', 'grafana', 3000],
    ] as const
    for (const [from, to, port] of flows) {
      expect([from, to, rulesThatAllow(policies, 'Egress', pod(from), pod(to), port).length]).toEqual([from, to, 1])
      expect([from, to, rulesThatAllow(policies, 'Ingress', pod(to), pod(from), port).length]).toEqual([from, to, 1])
    }
    const names = ['alloy-agent', 'grafana', 'kube-state-metrics', 'loki-single', 'prometheus']
    const open = names.flatMap((from) =>
      names.flatMap((to) =>
        [3000, 3100, 8080, 8081, 9090]
          .filter((port) => from !== to && reaches(policies, pod(from), pod(to), port))
          .map((port) => `${from} ${to} ${port}`),
      ),
    )
    expect(open.sort()).toEqual(flows.map((flow) => flow.join(' ')).sort())
  })

  test('people come in by a port of the nodes, and nowhere else', () => {
    const opened = closing({ observability: [{ secrets }, [lokiSingle(), grafana({ nodePort: 30300 })]] })
    const [first] = opened.clusters
    expect(reaches(policiesIn(first!), 'outside', pod('grafana'), 3000)).toBe(true)
    expect(reaches(policiesIn(first!), 'outside', pod('loki-single'), 3100)).toBe(false)
    expect(reaches(policies, 'outside', pod('grafana'), 3000)).toBe(false)
  })

  test('whoever has an account reaches the API server, and whoever may see nodes their kubelets', () => {
    expect(reaches(policies, pod('kube-state-metrics'), 'outside', 6443)).toBe(true)
    expect(reaches(policies, pod('kube-state-metrics'), 'outside', 10250)).toBe(false)
    expect(reaches(policies, pod('prometheus'), 'outside', 10250)).toBe(true)
    expect(reaches(policies, pod('loki-single'), 'outside', 6443)).toBe(false)
  })

  test('names are found by all, and what shares the network of its node is left alone', () => {
    const dns: Pod = { namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' } }
    expect(reaches(policies, pod('loki-single'), dns, 53)).toBe(true)
    expect(reaches(policies, pod('loki-single'), pod('coredns', 'kube-system'), 53)).toBe(false)
    const about = cluster.placements.find(({ name }) => name === 'network-policies')?.effective
    expect(about?.kind === 'manifests' && about.objects.map(({ metadata }) => metadata.name)).toEqual([
      'default-deny',
      'allow-dns',
      'kube-state-metrics',
      'prometheus',
      'loki-single',
      'alloy-agent',
      'grafana',
    ])
    expect(reaches(policies, pod('prometheus'), 'outside', 9100)).toBe(true)
  })
})

test('no Pod runs before its namespace is closed', () => {
  const rendered = closing({ observability: [{}, [lokiSingle()]] })
  expect(rendered.at('clusters/hub/observability/loki-single.yaml').spec.dependsOn).toEqual([
    { name: 'network-policies' },
  ])
  const { spec } = rendered.at('clusters/hub/observability/network-policies.yaml')
  expect(spec).toMatchObject({ path: './infrastructure/clusters/hub/observability/network-policies' })
  expect(spec.dependsOn).toBeUndefined()
})

test('a rule says what it is for', () => {
  const rendered = closing({ observability: [{}, [lokiSingle(), alloyAgent()]] })
  const folder = 'infrastructure/clusters/hub/observability/network-policies'
  expect(rendered.text(`${folder}/networkpolicy-loki-single.yaml`)).toContain(`
  ingress:
    # loki-push
    - from:
        - podSelector:
            matchLabels:
              app.kubernetes.io/name: alloy-agent
      ports:
        - protocol: TCP
          port: 3100
`)
})

describe('between namespaces', () => {
  const uses: Requirement = { kind: 'endpoint', name: 'otlp' }
  const closed = { networkPolicies: true }

  test('another namespace is named by its own label, and its other Pods stay out', () => {
    const policies = policiesIn(
      closing({ a: [closed, [program('one', [uses])]], b: [closed, [program('two')]] }).clusters[0]!,
    )
    expect(reaches(policies, pod('one', 'a'), pod('two', 'b'), 8080)).toBe(false)
  })

  test('a program that asks one of another namespace reaches its Pods at their own port, not at that of the Service', () => {
    const asks: Requirement = { kind: 'endpoint', name: 'otlp', from: 'two' }
    const policies = policiesIn(
      closing({ a: [closed, [program('one', [asks])]], b: [closed, [program('two')]] }).clusters[0]!,
    )
    expect(reaches(policies, pod('one', 'a'), pod('two', 'b'), 8080)).toBe(true)
    expect(reaches(policies, pod('one', 'a'), pod('two', 'b'), 80)).toBe(false)
    expect(reaches(policies, pod('three', 'a'), pod('two', 'b'), 8080)).toBe(false)
    expect(reaches(policies, pod('two', 'b'), pod('one', 'a'), 8080)).toBe(false)
  })

  test('a chart elsewhere is reached, and reaches, by its namespace: it alone knows its Pods', () => {
    const rendered = closing({
      monitoring: [{ secrets: { ...secrets, 'alertmanager-config': existing() } }, [kubePrometheusStack()]],
      a: [closed, [program('one', [{ kind: 'endpoint', name: 'prometheus' }])]],
    })
    const policies = policiesIn(rendered.clusters[0]!)
    expect(reaches(policies, pod('one', 'a'), pod('prometheus', 'monitoring'), 9090)).toBe(true)
    expect(reaches(policies, pod('one', 'a'), pod('prometheus', 'default'), 9090)).toBe(false)
  })

  test('somebody outside of every cluster is reached at the port of its address', () => {
    const slack: Requirement = { kind: 'outside', url: 'https://hooks.slack.com', what: 'alerts' }
    const policies = policiesIn(closing({ a: [closed, [program('one', [slack])]] }).clusters[0]!)
    expect(reaches(policies, pod('one', 'a'), 'outside', 443)).toBe(true)
    expect(reaches(policies, pod('one', 'a'), 'outside', 80)).toBe(false)
  })
})

describe('which namespaces are closed', () => {
  const isClosed = (rendered: ReturnType<typeof closing>, name: string) =>
    rendered.paths.includes(`clusters/hub/${name}/network-policies.yaml`)

  test('those of which the fleet knows everything, where the environment says so', () => {
    const stack = { ...secrets, 'alertmanager-config': existing() }
    const rendered = closing({
      known: [{}, [lokiSingle()]],
      spared: [{ networkPolicies: false }, [lokiSingle({ name: 'second' })]],
      chart: [{ secrets: stack }, [kubePrometheusStack()]],
      own: [{}, [program('own')]],
      'own-closed': [{ networkPolicies: true }, [program('closed')]],
      meshed: [{ mesh: 'istio' }, [lokiSingle({ name: 'third' })]],
      'kube-system': [{ exists: true }, [lokiSingle({ name: 'fourth' })]],
    })
    expect(
      ['known', 'spared', 'chart', 'own', 'own-closed', 'meshed', 'kube-system'].filter((n) => isClosed(rendered, n)),
    ).toEqual(['known', 'own-closed'])
  })

  test('none, where the environment says nothing', () => {
    expect(isClosed(closing({ known: [{}, [lokiSingle()]] }, { networkPolicies: false }), 'known')).toBe(false)
  })

  test('nothing else in the tree may be called like what closes them', () => {
    const rendered = closing({ a: [{}, [lokiSingle({ name: 'network-policies' })]] })
    expect(says(rendered.problems).map(([, reason]) => reason)).toEqual([
      'a component cannot be called network-policies: the file of that name closes the namespace',
    ])
  })
})
