import { isRecord } from '../../fleet/checks/check.ts'
import type { KubernetesObject } from '../../kubernetes-object.ts'
import { at } from '../../plan/values.ts'
import { isApplication } from '../../verify/argo-application.ts'
import type { ObjectChange } from '../change.ts'
import { about, type Finding, type Hazard } from './hazard.ts'

/** Something that was applied, or ran, by itself does so no longer. */
export const suspended: Hazard = {
  name: 'suspended',
  among: ({ objects }) => objects.flatMap((one) => [...bySuspend(one), ...byHand(one)]),
}

const bySuspend = (one: ObjectChange): readonly Finding[] => {
  if (one.after === undefined || !isSuspended(one.after) || (one.before !== undefined && isSuspended(one.before)))
    return []
  const { apiVersion, kind } = one.after
  if (/^[a-z]+\.toolkit\.fluxcd\.io\//.test(apiVersion)) return [about(one, 'is suspended', flux)]
  return kind === 'CronJob' ? [about(one, 'is suspended, and does not run any more', cronJob)] : []
}

const isSuspended = ({ spec }: KubernetesObject): boolean => isRecord(spec) && spec.suspend === true

const flux =
  'Flux applies nothing more of it, corrects no drift, and says nothing about it: later changes are merged and never arrive. Say until when, and who resumes it.'
const cronJob = 'Backups and cleaning up are often such jobs. Say until when, and who resumes it.'

/** An Application that only a person synchronizes. */
const byHand = (one: ObjectChange): readonly Finding[] => {
  if (one.after === undefined || !isApplication(one.after) || isAutomated(one.after)) return []
  if (one.before !== undefined && !isAutomated(one.before)) return []
  return [about(one, 'is no longer synchronized by itself', argo)]
}

const argo = 'What is merged from now on waits until somebody synchronizes it by hand. Say until when, and who does so.'

const isAutomated = ({ spec }: KubernetesObject): boolean => {
  const automated = at(spec, 'syncPolicy.automated')
  return isRecord(automated) && automated.enabled !== false
}
