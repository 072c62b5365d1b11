import { alloyAgent } from '../../generators/catalogue/alloy-agent/alloy-agent.ts'
import { grafana } from '../../generators/catalogue/grafana/grafana.ts'
import { kubeStateMetrics } from '../../generators/catalogue/kube-state-metrics/kube-state-metrics.ts'
import { lokiSingle } from '../../generators/catalogue/loki-single/loki-single.ts'
import { nodeExporter } from '../../generators/catalogue/node-exporter/node-exporter.ts'
import type { PrometheusOptions } from '../../generators/catalogue/prometheus/options.ts'
import { prometheus } from '../../generators/catalogue/prometheus/prometheus.ts'
import { serviceDashboards } from '../../generators/catalogue/service-dashboards/service-dashboards.ts'
import { flux } from '../../generators/fleet/cluster.ts'
import type { Placeable } from '../../generators/fleet/component.ts'
import { environment } from '../../generators/fleet/environment.ts'
import { defineFleet } from '../../generators/fleet/fleet.ts'
import { namespace } from '../../generators/fleet/namespace.ts'
import { existing } from '../../generators/fleet/secret.ts'
import type { Traits } from '../../generators/fleet/traits.ts'

export const services = ['ac-service', 'global-controller', 'meeting-controller']

/** A cluster of KIND that is watched by plain objects alone, and whatever a test needs besides. */
export const darkTower = (more: readonly Placeable[] = [], traits: Traits = {}, own: PrometheusOptions = {}) =>
  defineFleet({
    repository: { url: 'https://github.com/example/platform', branch: 'main' },
    environments: { local: environment({ storageClass: 'local-path', privateNetwork: true }) },
    clusters: {
      'dark-tower': flux({
        environment: 'local',
        distribution: 'kind',
        network: 'kindnet',
        storageClass: 'standard',
        ...traits,
        namespaces: {
          observability: namespace({ secrets: { 'grafana-admin': existing() } }, [
            prometheus({ retention: '2d', size: '10Gi', ...own }),
            kubeStateMetrics(),
            nodeExporter(),
            grafana({ nodePort: 30300 }),
            lokiSingle({ size: '5Gi' }),
            alloyAgent(),
            ...more,
          ]),
          'dark-tower': namespace({}, [serviceDashboards({ services })]),
        },
      }),
    },
  })
