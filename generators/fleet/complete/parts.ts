import type { Place, Problem } from '../../problem.ts'
import { isRecord, shown } from '../checks/check.ts'

/** What `environment()` and `namespace()` make of their two arguments. */
interface Parts {
  readonly settings: unknown
  readonly components: unknown
}

/** Takes apart what should have been made by such a function. Anything else is told, and taken for one that says nothing. */
export const partsOf = (maker: string, value: unknown, place: Place, problems: Problem[]): Parts => {
  if (isRecord(value) && Object.keys(value).every((key) => key === 'settings' || key === 'components')) {
    return { settings: value.settings ?? {}, components: value.components }
  }
  problems.push({
    rule: 'shape',
    place,
    reason: `${shown(value)} is no ${maker}`,
    fix: `write ${maker}({ … }, [loki(), …])`,
  })
  return { settings: {}, components: undefined }
}
