import { type ArgoAlertsOptions, argoAlerts } from '../../../generators/catalogue/argo-alerts/argo-alerts.ts'
import type { Found } from '../../../generators/fleet/capability.ts'
import { made } from '../made.ts'
import { base } from '../where.ts'

export const { definition } = argoAlerts

/** What the component makes of options in the namespace `monitoring`, over its defaults, all being as it usually is. */
export const placed = (own: ArgoAlertsOptions = {}, found: Partial<Found> = {}) => {
  const here = base(definition)
  return made(argoAlerts, own, { ...here, found: { ...here.found, ...found } })
}
