import { changedLeaves } from './changed-leaves.ts'
import type { Hazard } from './hazard.ts'
import { everythingTold, ofTold } from './subject.ts'

/** Something that runs is told to run no more. */
export const noReplicas: Hazard = {
  name: 'no-replicas',
  among: (subject) =>
    everythingTold(subject)
      .filter(({ before, after }) => before !== undefined && after !== undefined)
      .flatMap((told) =>
        changedLeaves(told.before, told.after)
          .filter(
            ({ key, before, after, path }) =>
              isCount(key, path, told.object !== undefined) && after === 0 && before !== 0,
          )
          .filter(({ before }) => before !== undefined || told.object !== undefined)
          .map(({ path }) => ofTold(told, `runs no Pod any more (${path} is 0)`, because)),
      ),
}

/** Objects have one such field, charts one for each part. */
const isCount = (key: string, path: string, isObject: boolean): boolean =>
  isObject ? path === 'spec.replicas' : key === 'replicas' || key === 'replicaCount'

const because =
  'It answers nobody until somebody raises the number again, and nothing else will. Check that nobody needs it meanwhile, and say until when.'
