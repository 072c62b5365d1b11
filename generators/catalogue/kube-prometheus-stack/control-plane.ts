import type { ControlPlanePart } from '../../fleet/traits.ts'
import type { StackValues } from './values.ts'

/** Scrapes and alerts on the exposed parts alone: a part that nobody can reach would be reported down for ever. */
export const controlPlaneValues = (exposes: readonly ControlPlanePart[]): StackValues => {
  const etcd = exposes.includes('etcd')
  const controllerManager = exposes.includes('kube-controller-manager')
  const proxy = exposes.includes('kube-proxy')
  const scheduler = exposes.includes('kube-scheduler')
  return {
    kubeEtcd: { enabled: etcd },
    kubeControllerManager: { enabled: controllerManager },
    kubeProxy: { enabled: proxy },
    kubeScheduler: { enabled: scheduler },
    defaultRules: {
      rules: {
        etcd,
        kubeControllerManager: controllerManager,
        kubeProxy: proxy,
        kubeSchedulerAlerting: scheduler,
        kubeSchedulerRecording: scheduler,
        // No windows-exporter runs here.
        windows: false,
      },
    },
  }
}
