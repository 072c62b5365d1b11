import { expect, test } from 'vitest'
import { cilium } from '../../../generators/catalogue/cilium/cilium.ts'
import { prometheusOperatorCrds } from '../../../generators/catalogue/prometheus-operator-crds/prometheus-operator-crds.ts'
import { flux } from '../../../generators/fleet/cluster.ts'
import { manifestsComponent } from '../../../generators/fleet/define-component.ts'
import { environment } from '../../../generators/fleet/environment.ts'
import { defineFleet } from '../../../generators/fleet/fleet.ts'
import { namespace } from '../../../generators/fleet/namespace.ts'
import { tree } from '../../support/tree.ts'

/** Stands for a Prometheus, whose Pods cannot start without a network. */
const watch = manifestsComponent({
  name: 'watch',
  tier: 'apps',
  options: {},
  objects: () => [],
  provides: () => [{ kind: 'monitor-labels', labels: { release: 'watch' } }],
})

const rendered = tree(
  defineFleet({
    repository: { url: 'https://github.com/example/platform', branch: 'main' },
    environments: { local: environment({}) },
    clusters: {
      talos: flux({
        environment: 'local',
        distribution: 'talos',
        network: 'cilium',
        namespaces: {
          'kube-system': namespace({ exists: true }, [cilium({ operatorReplicas: 2 })]),
          monitoring: namespace({}, [prometheusOperatorCrds(), watch()]),
        },
      }),
    },
  }),
)

test('the network waits for the definitions of monitors, never for the Prometheus whose labels it carries', () => {
  expect(rendered.problems).toEqual([])
  expect(rendered.at('clusters/talos/kube-system/cilium.yaml').spec.dependsOn).toEqual([
    { name: 'prometheus-operator-crds', namespace: 'monitoring' },
  ])
})

test("a cluster's layer holds its own options and the labels that it alone can know", () => {
  const labelled = { serviceMonitor: { labels: { release: 'watch' } } }
  expect(rendered.at('infrastructure/clusters/talos/kube-system/cilium/values-talos.yaml')).toEqual({
    operator: { replicas: 2, prometheus: labelled },
    prometheus: labelled,
    hubble: { metrics: labelled },
  })
})
