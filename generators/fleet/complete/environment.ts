import type { Place, Problem } from '../../problem.ts'
import { shape } from '../checks/check.ts'
import { flag, objectName } from '../checks/scalars.ts'
import type { EnvironmentSettings } from '../environment.ts'
import type { CompleteEnvironment } from './complete-fleet.ts'
import { completeComponents } from './components.ts'

const settingsCheck = shape('environment', { storageClass: objectName, privateNetwork: flag })

/** Folders beside those of the environments, so no environment may be called like them. */
const taken = ['base', 'clusters', 'components']

export const completeEnvironment = (
  name: string,
  value: unknown,
  place: Place,
  problems: Problem[],
): CompleteEnvironment => {
  const { settings = {}, components } = (value ?? {}) as { settings?: EnvironmentSettings; components?: unknown }
  problems.push(...objectName(name, place), ...settingsCheck(settings, place))
  if (taken.includes(name)) {
    problems.push({
      rule: 'name',
      place,
      reason: `an environment cannot be called ${name}: its folder holds something else`,
      fix: `give it another name than ${taken.join(', ')}`,
    })
  }
  return {
    name,
    place,
    settings: { privateNetwork: false, ...settings },
    components: completeComponents(components, place, problems),
  }
}
