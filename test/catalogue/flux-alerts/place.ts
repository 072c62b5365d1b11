import { fluxAlerts } from '../../../generators/catalogue/flux-alerts/flux-alerts.ts'
import type { FluxAlertsOptions } from '../../../generators/catalogue/flux-alerts/options.ts'
import type { Found } from '../../../generators/fleet/capability.ts'
import type { ManifestsDefinition, Where } from '../../../generators/fleet/component.ts'
import { evaluate, usual } from '../../../generators/plan/evaluate.ts'

export const definition = fluxAlerts.definition as ManifestsDefinition<FluxAlertsOptions>

/** What the component makes of options in the namespace `monitoring`, over its defaults, all being as it usually is. */
export const placed = (own: FluxAlertsOptions = {}, found: Partial<Found> = {}) => {
  const options = { ...definition.defaults, ...own }
  const where: Where = {
    name: 'flux-alerts',
    namespace: 'monitoring',
    exposes: [],
    found: { ...usual(requirements(own), 'monitoring'), ...found },
  }
  const made = evaluate(definition, options as never, where)
  if (made.kind !== 'manifests') throw new Error('flux-alerts is made of manifests')
  return made
}

export const requirements = (own: FluxAlertsOptions = {}) =>
  definition.requires?.({ ...definition.defaults, ...own }, nowhere) ?? []

const nowhere: Where = { name: 'flux-alerts', namespace: 'monitoring', exposes: [], found: usual([], 'monitoring') }
