import type { KubernetesObject } from '../../kubernetes-object.ts'
import { at } from '../../plan/values.ts'
import { isApplication } from '../../verify/argo-application.ts'
import { about, type Finding, type Hazard } from './hazard.ts'

/** What people change in the cluster by hand is no longer put right. */
export const driftStays: Hazard = {
  name: 'drift-stays',
  among: ({ objects }) =>
    objects.flatMap((one): readonly Finding[] =>
      one.before !== undefined && one.after !== undefined && corrects(one.before) && !corrects(one.after)
        ? [about(one, 'no longer corrects what is changed by hand', because)]
        : [],
    ),
}

const because =
  'The cluster can drift from what was reviewed, and nobody hears of it. Switch it on again, or say which field must be left alone instead.'

const corrects = (object: KubernetesObject): boolean => {
  if (isApplication(object)) return at(object.spec, 'syncPolicy.automated.selfHeal') === true
  return object.kind === 'HelmRelease' && at(object.spec, 'driftDetection.mode') === 'enabled'
}
