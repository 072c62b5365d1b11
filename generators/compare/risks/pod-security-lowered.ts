import type { KubernetesObject } from '../../kubernetes-object.ts'
import { podSecurityLabel } from '../../objects/kubernetes/namespace.ts'
import { about, type Finding, type Hazard } from './hazard.ts'

/** A Namespace lets Pods do more than before. */
export const podSecurityLowered: Hazard = {
  name: 'pod-security-lowered',
  among: ({ objects }) =>
    objects.flatMap((one): readonly Finding[] => {
      const { before, after } = one
      if (before?.kind !== 'Namespace' || after === undefined) return []
      const [was, is] = [levelOf(before), levelOf(after)]
      if (levels.indexOf(is) >= levels.indexOf(was)) return []
      return [about(one, `lets Pods do what is ${is}, which was ${was}`, because)]
    }),
}

const levels: readonly string[] = ['privileged', 'baseline', 'restricted']

/** Without the label, a cluster lets Pods do everything unless it was set up otherwise. */
const levelOf = ({ metadata: { labels } }: KubernetesObject): string => labels?.[podSecurityLabel] ?? 'privileged'

const because =
  'Every Pod of the namespace may do more, whoever made it. Check which one needs it, and whether it can have a namespace of its own.'
