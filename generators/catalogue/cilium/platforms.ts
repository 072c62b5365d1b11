import type { Values } from '../../fleet/component.ts'

export type Platform = 'generic' | 'talos'

/** What differs by the system that the nodes run. */
export const platforms: Readonly<Record<Platform, Values>> = {
  generic: {},
  talos: {
    // Talos runs no kube-proxy when told to leave the network alone, and answers for the API server on every node.
    kubeProxyReplacement: true,
    k8sServiceHost: 'localhost',
    k8sServicePort: 7445,
    // Talos gives each node its range of addresses.
    ipam: { mode: 'kubernetes' },
    // Mounted already, and read-only for Pods.
    cgroup: { autoMount: { enabled: false }, hostRoot: '/sys/fs/cgroup' },
    // The chart's own without SYS_MODULE: nothing in a Pod may load kernel modules, and one that asks does not start.
    securityContext: {
      capabilities: {
        ciliumAgent: [
          'CHOWN',
          'KILL',
          'NET_ADMIN',
          'NET_RAW',
          'IPC_LOCK',
          'SYS_ADMIN',
          'SYS_RESOURCE',
          'DAC_OVERRIDE',
          'FOWNER',
          'SETGID',
          'SETUID',
          'SYSLOG',
        ],
        cleanCiliumState: ['NET_ADMIN', 'SYS_ADMIN', 'SYS_RESOURCE'],
      },
    },
  },
}
