import type { ControlPlanePart } from '../../fleet/traits.ts'
import type { Placement } from '../../plan/placement.ts'
import { at } from '../../plan/values.ts'
import { type Problem, placeName } from '../../problem.ts'
import { chartOf, valuesOf } from '../objects.ts'
import type { Rule } from '../rule.ts'

export const unexposedControlPlane: Rule = {
  name: 'unexposed-control-plane',
  because: 'rules for etcd, scheduler and controller-manager alarmed for ever on Talos, which lets nobody scrape them',
  check: ({ cluster: { placements } }) => placements.flatMap(switchedOn),
}

/** Where kube-prometheus-stack is told of each part: its scrape target, and its rules. All are on unless they are off. */
const switches: Readonly<Record<ControlPlanePart, readonly string[]>> = {
  etcd: ['kubeEtcd.enabled', 'defaultRules.rules.etcd'],
  'kube-controller-manager': ['kubeControllerManager.enabled', 'defaultRules.rules.kubeControllerManager'],
  'kube-proxy': ['kubeProxy.enabled', 'defaultRules.rules.kubeProxy'],
  'kube-scheduler': [
    'kubeScheduler.enabled',
    'defaultRules.rules.kubeSchedulerAlerting',
    'defaultRules.rules.kubeSchedulerRecording',
  ],
}

const switchedOn = (placement: Placement): readonly Problem[] => {
  const { name, cluster } = placement
  const placed = chartOf(placement) === 'kube-prometheus-stack' ? valuesOf(placement) : undefined
  if (placed === undefined) return []
  const { values, place } = placed
  const hidden = Object.entries(switches).filter(([part]) => !cluster.exposes.some((one) => one === part))
  return hidden.flatMap(([part, paths]) =>
    paths
      .filter((path) => at(values, path) !== false)
      .map((path) => ({
        rule: unexposedControlPlane.name,
        place: place(path.split('.')),
        reason: `${path} of ${name} is on, and the cluster ${cluster.name} lets nobody scrape ${part}`,
        fix: `write false, or say that it can be scraped: exposes: ['${part}'] in ${placeName(cluster.place)}`,
      })),
  )
}
