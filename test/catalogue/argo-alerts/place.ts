import { type ArgoAlertsOptions, argoAlerts } from '../../../generators/catalogue/argo-alerts/argo-alerts.ts'
import type { Found } from '../../../generators/fleet/capability.ts'
import type { ManifestsDefinition } from '../../../generators/fleet/component.ts'
import { evaluate } from '../../../generators/plan/evaluate.ts'
import { base } from '../where.ts'

export const definition = argoAlerts.definition as ManifestsDefinition<ArgoAlertsOptions>

/** What the component makes of options in the namespace `monitoring`, over its defaults, all being as it usually is. */
export const placed = (own: ArgoAlertsOptions = {}, found: Partial<Found> = {}) => {
  const where = base(definition)
  const options = { ...definition.defaults, ...own }
  const made = evaluate(definition, options as never, { ...where, found: { ...where.found, ...found } })
  if (made.kind !== 'manifests') throw new Error('argo-alerts is made of manifests')
  return made
}
