import type { Where } from '../../fleet/component.ts'
import { keepsDataAffinity } from '../../objects/kubernetes/node-affinity.ts'
import type { KubePrometheusStackOptions } from './options.ts'
import { nodePortService, resourceValues, type StackValues, volumeClaim } from './values.ts'

/** The key of the Secret that holds Alertmanager's configuration, as the operator reads it. */
export const configKey = 'alertmanager.yaml'

/** Values of Alertmanager. Its configuration comes from a Secret, because it names receivers and their tokens. */
export const alertmanagerValues = (
  { alertmanager = {} }: Partial<KubePrometheusStackOptions>,
  where: Where,
): StackValues => ({
  alertmanager: {
    service: nodePortService(alertmanager.nodePort),
    alertmanagerSpec: {
      useExistingSecret: true,
      configSecret: alertmanager.config?.secret,
      retention: alertmanager.retention,
      storage: volumeClaim(alertmanager.size, where.storageClass),
      affinity: keepsDataAffinity(where),
      resources: resourceValues(alertmanager.resources),
    },
  },
})
