import { recordsIn } from '../../check/pods.ts'
import type { KubernetesObject } from '../../kubernetes-object.ts'
import { at } from '../../plan/values.ts'
import { selects } from './network-peers.ts'
import { podsOf } from './network-policies.ts'
import type { Subject } from './subject.ts'

/** Whether a policy that goes away leaves Pods behind, as far as the tree says so. What nobody can know is taken for yes. */
export const leavesPods = (policy: KubernetesObject, { objects, pair, cluster }: Subject): boolean => {
  const home = policy.metadata.namespace
  const staying = [...(pair.after === undefined ? [] : [pair.after]), ...cluster.after]
  const here = staying.filter(({ namespace }) => home === undefined || namespace === home)
  // Which Pods a chart makes, it alone knows.
  if (here.some(({ content: { release, objects } }) => release !== undefined || objects.some(isAbout(policy))))
    return true
  const goesToo = objects.some(
    ({ what, before }) => what === 'removed' && before !== undefined && isAbout(policy)(before),
  )
  return !goesToo && cluster.after.length === 0
}

const isAbout =
  (policy: KubernetesObject) =>
  ({ metadata, spec }: KubernetesObject): boolean => {
    const labels = at(spec, 'template.metadata.labels')
    if (at(spec, 'template.spec') === undefined || metadata.namespace !== policy.metadata.namespace) return false
    return (
      recordsIn(at(podsOf(policy), 'matchExpressions')).length > 0 || selects(podsOf(policy), { matchLabels: labels })
    )
  }
