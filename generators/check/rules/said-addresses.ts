import type { KubernetesObject } from '../../kubernetes-object.ts'
import { flowsIn } from '../../plan/flows/flow.ts'
import { hostAndPort, servicesOf } from '../../plan/flows/service.ts'
import { workloadsOf } from '../../plan/flows/workload.ts'
import { closedNamespaces } from '../../plan/network-policies/closed.ts'
import type { Placement } from '../../plan/placement.ts'
import type { Problem } from '../../problem.ts'
import { objectsOf } from '../objects.ts'
import { podOf } from '../pods.ts'
import type { Rule } from '../rule.ts'

export const saidAddresses: Rule = {
  name: 'said-addresses',
  because: 'a program was told an address that its component did not say, and the network policies let nothing through',
  check: ({ cluster }) => {
    const closed = closedNamespaces(cluster).flatMap(({ placements }) => placements)
    if (closed.length === 0) return []
    const flows = flowsIn(cluster.placements)
    return closed.flatMap((placement) => {
      const said = flows.filter(({ from }) => from === placement).flatMap(({ address }) => address ?? [])
      return unsaid(placement, new Set(said.map((address) => serviceOf(hostAndPort(address).host))))
    })
  },
}

/** Services of the cluster that its Pods are told of, other than those that its component says, and its own. */
const unsaid = (placement: Placement, said: ReadonlySet<string>): readonly Problem[] => {
  if (workloadsOf(placement).length === 0) return []
  const own = servicesOf(placement).map(({ name }) => `${name}.${placement.namespace.name}`)
  return objectsOf(placement)
    .filter(({ object }) => isTold(object))
    .flatMap(({ object, place }) =>
      [...new Set(namedIn(object))]
        .filter((service) => !said.has(service) && !own.includes(service) && service !== apiServer)
        .map((service) => ({
          rule: saidAddresses.name,
          place: place(),
          reason: `${object.kind} ${object.metadata.name} names the Service ${service}, which ${placement.name} does not say that it talks to: the network policies of ${placement.namespace.name} let nothing through`,
          fix: 'say so in requires: an endpoint of this cluster, or of another',
        })),
    )
}

const apiServer = 'kubernetes.default'

/** Where programs are told things. */
const isTold = (object: KubernetesObject): boolean => object.kind === 'ConfigMap' || podOf(object) !== undefined

const serviceAddress = /\b([a-z0-9][a-z0-9-]*)\.([a-z0-9][a-z0-9-]*)\.svc\b/g

const namedIn = (object: KubernetesObject): readonly string[] =>
  [...JSON.stringify(object).matchAll(serviceAddress)].map(([, name, namespace]) => `${name}.${namespace}`)

/** `loki.monitoring` of `loki.monitoring.svc.cluster.local`. */
const serviceOf = (host: string): string => host.split('.', 2).join('.')
