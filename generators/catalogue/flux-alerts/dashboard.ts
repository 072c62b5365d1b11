import type { Dashboard } from '../../fleet/component.ts'
import { dashboard } from '../../objects/grafana/dashboard.ts'
import { prometheus } from '../../objects/grafana/query.ts'
import { constant, labelValues } from '../../objects/grafana/variables.ts'
import { controllerBands } from './controller-bands.ts'
import { fluxNamespace } from './controllers.ts'
import { objectBands } from './object-bands.ts'

/** What Flux holds, what of it fails, and how its controllers fare. */
export const fluxDashboard = (uid: string): Dashboard => {
  const metrics = prometheus(uid)
  return {
    name: 'flux',
    model: dashboard({
      uid: 'flux',
      title: 'Flux',
      tags: ['flux'],
      variables: [
        constant('namespace', fluxNamespace),
        labelValues('reconciled', {
          datasource: { type: 'prometheus', uid },
          title: 'Namespace',
          metric: 'gotk_resource_info',
          label: 'exported_namespace',
        }),
      ],
      bands: [...objectBands(metrics), ...controllerBands(metrics)],
    }),
  }
}
