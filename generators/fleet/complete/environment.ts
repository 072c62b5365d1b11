import type { Place, Problem } from '../../problem.ts'
import { shape } from '../checks/check.ts'
import { nodePools } from '../checks/node-pools.ts'
import { flag, objectName } from '../checks/scalars.ts'
import { sound } from '../checks/sound.ts'
import type { EnvironmentSettings } from '../environment.ts'
import type { CompleteEnvironment } from './complete-fleet.ts'
import type { CompleteComponents } from './components.ts'
import { partsOf } from './parts.ts'

const settingsCheck = shape('environment', {
  storageClass: objectName,
  nodePools,
  privateNetwork: flag,
  networkPolicies: flag,
})

/** Folders beside those of the environments, so no environment may be called like them. */
const taken = ['base', 'clusters', 'components']

export const completeEnvironment = (
  name: string,
  value: unknown,
  place: Place,
  problems: Problem[],
  completeComponents: CompleteComponents,
): CompleteEnvironment => {
  problems.push(...objectName(name, place))
  const { settings, components } = partsOf('environment', value, place, problems)
  const said: EnvironmentSettings = sound(settingsCheck, settings, place, problems)
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
    settings: { privateNetwork: false, ...said },
    components: completeComponents(components, place, problems).components,
  }
}
