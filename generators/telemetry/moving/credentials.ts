/**
 * How a container finds its API server, and what it shows a kubelet. Below the folder that stands for its `/`: a program
 * looks for its service account at a place that is not ours to write.
 */
export const credentials = {
  kubeconfig: '/here/kubeconfig',
  kubelet: { ca_file: '/here/ca.crt', cert_file: '/here/tls.crt', key_file: '/here/tls.key' },
} as const

/** The node that all of a cluster runs on here. */
export const nodeName = 'node-1'
