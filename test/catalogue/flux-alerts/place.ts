import { fluxAlerts } from '../../../generators/catalogue/flux-alerts/flux-alerts.ts'
import type { FluxAlertsOptions } from '../../../generators/catalogue/flux-alerts/options.ts'
import type { Found } from '../../../generators/fleet/capability.ts'
import { usual } from '../../../generators/plan/evaluate.ts'
import { made } from '../made.ts'
import { where } from '../where.ts'

const here = { ...where('flux-alerts'), found: usual([], 'monitoring') }

/** What the component makes of options in the namespace `monitoring`, over its defaults, all being as it usually is. */
export const placed = (own: FluxAlertsOptions = {}, found: Partial<Found> = {}) =>
  made(fluxAlerts, own, { ...here, found: { ...usual(requirements(own), 'monitoring'), ...found } })

export const requirements = (own: FluxAlertsOptions = {}) => made(fluxAlerts, own, here).requires
