import { nvidiaDevicePluginChart } from '../../charts/nvidia-device-plugin.ts'
import { helmComponent } from '../../fleet/define-component.ts'
import { discoveredNodes } from './discovered-nodes.ts'
import { type NvidiaDevicePluginOptions, nvidiaDevicePluginChecks } from './options.ts'
import { pluginValues } from './values.ts'

/** Lets Pods ask for GPUs of NVIDIA's: `nvidia.com/gpu`. It runs on the nodes that have some, and needs drivers there. */
export const nvidiaDevicePlugin = helmComponent<NvidiaDevicePluginOptions>({
  name: 'nvidia-device-plugin',
  tier: 'infrastructure',
  chart: nvidiaDevicePluginChart,
  options: nvidiaDevicePluginChecks,
  defaults: {
    featureDiscovery: false,
    resources: { requests: { cpu: '10m', memory: '64Mi' }, limits: { memory: '256Mi' } },
  },
  values: pluginValues,
  // It talks to the kubelet by a socket. What discovers features has Pods of its own, which ask each other.
  pods: ({ featureDiscovery }, name) =>
    featureDiscovery
      ? undefined
      : [{ workload: name, labels: { 'app.kubernetes.io/instance': name }, asksApiServer: true }],
  provides: ({ featureDiscovery }) =>
    featureDiscovery ? [discoveredNodes, { kind: 'crd', group: 'nfd.k8s-sigs.io' }] : [],
  requires: ({ featureDiscovery }) => (featureDiscovery ? [] : [{ kind: 'node-feature', feature: 'nvidia-gpu' }]),
})
