import { kubePrometheusStack, loki, manifests, minio, promtail } from '../../../generators/fleetwright.ts'
import { home } from './platform.ts'

/** Prometheus, Loki, Grafana and an agent: what answers queries. */
export const answering = [kubePrometheusStack, minio, loki, promtail]

/** Where the dashboard `web` of an `asking` component has its model. */
export const model = `${home}.web.dashboards.0.model`

const prometheus = { type: 'prometheus', uid: 'prometheus' }

/** A dashboard whose panels, titled A, B and so on, ask Prometheus this; or a target of another kind. */
export const panels = (...queries: readonly (object | string)[]) => ({
  panels: queries.map((query, index) => ({
    title: String.fromCharCode('A'.charCodeAt(0) + index),
    datasource: prometheus,
    targets: [typeof query === 'string' ? { expr: query } : query],
  })),
})

/** A component `web` with a dashboard. */
export const dashboard = (more: object) =>
  manifests({ name: 'web', objects: [], dashboards: [{ name: 'web', model: { uid: 'web', title: 'Web', ...more } }] })

/** A component `web` with a PrometheusRule. */
export const rules = (...some: readonly object[]) =>
  manifests({
    name: 'web',
    objects: [
      {
        apiVersion: 'monitoring.coreos.com/v1',
        kind: 'PrometheusRule',
        metadata: { name: 'web', labels: { release: 'kube-prometheus-stack' } },
        spec: { groups: [{ name: 'web', rules: some }] },
      },
    ],
    requires: () => [{ kind: 'crd', group: 'monitoring.coreos.com' }],
  })

/** Where the expression of a rule stands. */
export const ruleAt = (index: number) => `${home}.web.objects.0.spec.groups.0.rules.${index}.expr`

/** Where the query of a panel stands. */
export const panelAt = (index: number) => `${model}.panels.${index}.targets.0.expr`
