import { componentsOf } from '../collector-graph.ts'
import { type CollectorPod, fieldOf } from '../collector-pod.ts'
import type { CollectorRule } from '../collector-rule.ts'

export const kubeletByAddress: CollectorRule = {
  name: 'collector-kubelet-by-address',
  because: 'the kubelet was asked by the name of its node, which has no DNS, and no node had any metrics',
  check: ({ graph, pod }) =>
    componentsOf(graph, 'receiver', 'kubelet_stats').flatMap(({ id, settings, path }) => {
      const endpoint = typeof settings.endpoint === 'string' ? settings.endpoint : ''
      const name = nameIn(endpoint, pod)
      if (name === undefined) return []
      return [
        {
          at: [...path, 'endpoint'],
          reason: `${id} asks the kubelet by ${name}, which mostly has no DNS`,
          fix: `write 'https://\${env:K8S_NODE_IP}:10250', with K8S_NODE_IP from the field status.hostIP`,
        },
      ]
    }),
}

/** The name in an endpoint, if it is one: what the Pod says of the variable counts more than what it is called. */
const nameIn = (endpoint: string, pod: CollectorPod | undefined): string | undefined => {
  if (endpoint === '') return 'the name of its own Pod, as no endpoint is said'
  const host = endpoint.replace(/^https?:\/\//, '').replace(/:\d+$/, '')
  const variable = /^\$\{(?:env:)?(\w+)\}$/.exec(host)?.[1]
  if (variable === undefined) return /^[\d.]+$|^\[.*\]$|\$\{/.test(host) ? undefined : `the name ${host}`
  const field = pod && fieldOf(pod, variable)
  const isName = field === undefined ? /NODE_?NAME|HOSTNAME/i.test(variable) : field === 'spec.nodeName'
  return isName ? `the name of its node (${variable})` : undefined
}
