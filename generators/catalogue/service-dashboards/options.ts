import { listOf } from '../../fleet/checks/check.ts'
import { objectName } from '../../fleet/checks/scalars.ts'
import type { CommonOptions } from '../../fleet/component.ts'
import type { PlainChecks } from '../../fleet/define-component.ts'

export interface ServiceDashboardsOptions extends CommonOptions {
  /** The services, by the name of their container in its Pod: `['ac-service']`. */
  readonly services?: readonly string[]
  /** The namespace that they run in. Default: the one that this component stands in. */
  readonly namespace?: string
}

export const serviceDashboardsChecks: PlainChecks<ServiceDashboardsOptions> = {
  services: listOf(objectName),
  namespace: objectName,
}
