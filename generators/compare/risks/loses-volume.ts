import { at } from '../../plan/values.ts'
import { claimedSizes, volumePath } from './claimed-sizes.ts'
import type { Finding, Hazard } from './hazard.ts'
import type { Subject } from './subject.ts'

/** A release goes away that kept data on volumes, or is told to keep them no longer. */
export const losesVolume: Hazard = {
  name: 'loses-volume',
  among: (subject) =>
    [...volumesOf(subject.release.before)]
      .filter(([path]) => !keepsVolume(subject.release.after, path))
      .map(([path, size]) => finding(subject, path, size)),
}

const volumesOf = (values: unknown): ReadonlyMap<string, string> =>
  new Map([...claimedSizes(values)].filter(([path]) => keepsVolume(values, path)))

const keepsVolume = (values: unknown, path: string): boolean => {
  const around = volumePath(path)
  // Whatever holds the volume may be switched off as a whole.
  const steps = around.split('.').map((_, index, all) => all.slice(0, index + 1).join('.'))
  const isOff = steps.some((step) => at(values, `${step}.enabled`) === false)
  const isReplaced = ['emptyDir', 'ephemeral', 'existingClaim'].some((one) => isSaid(at(values, `${around}.${one}`)))
  return isSaid(at(values, path)) && !isOff && !isReplaced
}

const isSaid = (value: unknown): boolean => value !== undefined && value !== null && value !== ''

const finding = ({ pair, release }: Subject, path: string, size: string): Finding => {
  const around = volumePath(path)
  const name = pair.before?.content.release?.name ?? pair.component
  const isKept = Object.entries(at(release.before, `${around}.annotations`) ?? {})
    .join()
    .includes('helm.sh/resource-policy,keep')
  const happens =
    pair.after?.content.release === undefined
      ? `the release ${name} is removed, which keeps data on a volume of ${size} (${around})`
      : `the release ${name} keeps its data no longer on a volume of ${size} (${around})`
  return {
    what: happens,
    because: isKept
      ? 'The claim says that Helm shall leave it, so it stays in the cluster with its data. Delete it by hand once nobody needs it.'
      : 'Helm deletes a claim that the chart makes itself, and leaves those of a StatefulSet behind. Make a backup before this is merged, or see that nobody needs the data.',
  }
}
