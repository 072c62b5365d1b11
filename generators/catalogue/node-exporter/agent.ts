import type { DaemonSetSettings } from '../../objects/kubernetes/daemon-set.ts'
import { tagged } from '../../objects/kubernetes/image.ts'
import { nobody } from '../../objects/kubernetes/pod.ts'
import { nodeExporterImage } from './image.ts'
import type { NodeExporterOptions } from './options.ts'

export const metricsPort = { name: 'metrics', port: 9100 } as const

const host = { root: '/host/root', sys: '/host/sys' } as const

/** File systems and network devices of containers: there are hundreds, and the kubelet measures them as well. */
const ofContainers = {
  mounts: '^/(dev|proc|sys|run/containerd/.+|run/k3s/containerd/.+|var/lib/docker/.+|var/lib/kubelet/pods/.+)($|/)',
  devices: '^(veth.*|cali.*|lxc.*|[a-f0-9]{15})$',
}

/** node-exporter, which sees the node as it is and can change nothing of it. */
export const agent = (name: string, { version, resources }: Partial<NodeExporterOptions>): DaemonSetSettings => ({
  name,
  user: nobody,
  shares: { hostNetwork: true, hostPID: true },
  container: {
    name: 'node-exporter',
    image: tagged(nodeExporterImage, version),
    args: [
      // At the node's address in the cluster, not at every one that it has.
      `--web.listen-address=[$(HOST_IP)]:${metricsPort.port}`,
      `--path.rootfs=${host.root}`,
      `--path.sysfs=${host.sys}`,
      `--path.udev.data=${host.root}/run/udev/data`,
      '--no-collector.wifi',
      `--collector.filesystem.mount-points-exclude=${ofContainers.mounts}`,
      `--collector.netclass.ignored-devices=${ofContainers.devices}`,
      `--collector.netdev.device-exclude=${ofContainers.devices}`,
    ],
    env: [{ name: 'HOST_IP', valueFrom: { fieldRef: { fieldPath: 'status.hostIP' } } }],
    ports: [{ name: metricsPort.name, containerPort: metricsPort.port }],
    readinessProbe: { httpGet: { path: '/', port: metricsPort.name }, periodSeconds: 10 },
    livenessProbe: { httpGet: { path: '/', port: metricsPort.name }, periodSeconds: 10, failureThreshold: 6 },
    resources,
    volumeMounts: Object.entries(host).map(([name, mountPath]) => ({
      name,
      mountPath,
      readOnly: true,
      // What is mounted on the node later is seen as well.
      mountPropagation: 'HostToContainer',
    })),
  },
  volumes: [
    { name: 'root', hostPath: { path: '/' } },
    { name: 'sys', hostPath: { path: '/sys' } },
  ],
})
