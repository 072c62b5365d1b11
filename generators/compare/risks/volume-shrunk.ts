import { bytesIn } from '../../objects/kubernetes/quantity.ts'
import { claimedSizes, volumePath } from './claimed-sizes.ts'
import type { Finding, Hazard } from './hazard.ts'
import { everythingTold, ofTold } from './subject.ts'

/** A volume is to be smaller than it is. */
export const volumeShrunk: Hazard = {
  name: 'volume-shrunk',
  among: (subject) =>
    everythingTold(subject).flatMap((told) => {
      const sizes = claimedSizes(told.after)
      return [...claimedSizes(told.before)].flatMap(([path, before]): readonly Finding[] => {
        const after = sizes.get(path)
        if (after === undefined || (bytesIn(after) ?? 0) >= (bytesIn(before) ?? 0)) return []
        return [ofTold(told, `shrinks a volume from ${before} to ${after} (${volumePath(path)})`, because)]
      })
    }),
}

const because =
  'No volume can get smaller: the API server refuses it, and the rollout fails at every try. Leave the size as it was, or copy the data to a new volume under another name.'
