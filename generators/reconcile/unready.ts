import { isRecord } from '../fleet/checks/check.ts'
import type { KubernetesObject } from '../kubernetes-object.ts'
import { at } from '../plan/values.ts'
import { podTrouble } from './pod-trouble.ts'
import { readinessOf } from './readiness.ts'

/** Kinds of Kubernetes itself of which one may keep a component from being ready. */
export const builtInKinds = [
  'deployments',
  'statefulsets',
  'daemonsets',
  'jobs',
  'persistentvolumeclaims',
  'services',
  'pods',
] as const

type Judge = (object: KubernetesObject, pods: readonly KubernetesObject[]) => string | undefined

/** Why an object is not ready, by its own status or by that of its Pods; undefined when it is, or never says. */
export const unreadiness: Judge = (object, pods) => {
  const judge = judges[object.kind]
  if (judge !== undefined) return judge(object, pods)
  if (at(object, 'status.conditions') === undefined) return undefined
  const { state, message } = readinessOf(object)
  return state === 'ready' ? undefined : message
}

const number = (object: KubernetesObject, path: string, otherwise = 0): number => Number(at(object, path) ?? otherwise)

/** How many Pods are there of those that should be, and what is the matter with one that is not. */
const counted =
  (ready: string, wanted: string, usually: number, how = 'are ready'): Judge =>
  (object, pods) => {
    const [is, shall] = [number(object, ready), number(object, wanted, usually)]
    if (is >= shall) return undefined
    const trouble = pods.filter((pod) => isOf(object, pod)).flatMap((pod) => podTrouble(pod) ?? [])[0]
    return `${is} of ${shall} Pods ${how}${trouble === undefined ? '' : `; ${trouble}`}`
  }

const judges: Readonly<Record<string, Judge>> = {
  Deployment: counted('status.readyReplicas', 'spec.replicas', 1),
  StatefulSet: counted('status.readyReplicas', 'spec.replicas', 1),
  DaemonSet: counted('status.numberReady', 'status.desiredNumberScheduled', 0),
  Job: (job, pods) =>
    at(job, 'spec.suspend') === true
      ? undefined
      : counted('status.succeeded', 'spec.completions', 1, 'succeeded')(job, pods),
  PersistentVolumeClaim: (claim) => {
    const phase = at(claim, 'status.phase')
    return phase === 'Bound' ? undefined : `it is ${phase}: no volume was found or made for it`
  },
  Service: (service) =>
    at(service, 'spec.type') === 'LoadBalancer' && at(service, 'status.loadBalancer.ingress') === undefined
      ? 'nobody gave it an address'
      : undefined,
  Pod: () => undefined,
}

const isOf = ({ metadata, spec }: KubernetesObject, pod: KubernetesObject): boolean => {
  const labels = at(spec, 'selector.matchLabels')
  return (
    isRecord(labels) &&
    pod.metadata.namespace === metadata.namespace &&
    Object.entries(labels).every(([name, value]) => pod.metadata.labels?.[name] === value)
  )
}
