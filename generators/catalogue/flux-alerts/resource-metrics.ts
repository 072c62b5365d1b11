import type { CapabilityOf } from '../../fleet/capability.ts'
import { type CustomResourceState, familiesOf, info } from '../../objects/kube-state-metrics/custom-resource-state.ts'
import { monitored } from '../prometheus-operator-crds/monitored.ts'
import { fluxKinds } from './flux-kinds.ts'

/** Labels that every kind gets. A path that leads nowhere yields no label. */
const commonLabels = {
  name: ['metadata', 'name'],
  // The name that Prometheus would give it: `namespace` says where kube-state-metrics runs.
  exported_namespace: ['metadata', 'namespace'],
  ready: ['status', 'conditions', '[type=Ready]', 'status'],
  suspended: ['spec', 'suspend'],
}

const resources: readonly CustomResourceState[] = Object.entries(fluxKinds).flatMap(([group, kinds]) =>
  kinds.map(({ kind, version, labels }) => ({
    groupVersionKind: { group, version, kind },
    metricNamePrefix: 'gotk',
    metrics: [info('resource_info', `The current state of a ${kind} of Flux.`, { ...commonLabels, ...labels })],
  })),
)

/** `gotk_resource_info`: a series for each object of Flux, its state as labels. The controllers no longer export it. */
export const fluxResourceMetrics: CapabilityOf<'custom-resource-metrics'> = {
  kind: 'custom-resource-metrics',
  resources,
  rbac: Object.entries(fluxKinds).map(([group, kinds]) => ({
    apiGroups: [group],
    resources: kinds.map(({ plural }) => plural),
    verbs: ['list', 'watch'],
  })),
}

/** The series that come of it, and those of the controllers themselves. */
export const fluxSeries = [monitored('flux'), monitored('flux-resources', { families: familiesOf(resources) })]
