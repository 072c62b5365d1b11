import type { Dashboard } from '../../fleet/component.ts'
import { dashboard } from '../../objects/grafana/dashboard.ts'
import { prometheus } from '../../objects/grafana/query.ts'
import { applicationBands } from './application-bands.ts'
import { componentBands } from './component-bands.ts'
import { projectVariable } from './project-variable.ts'

/** What Argo CD holds, what of it fails, and how its components fare. */
export const argoDashboard = (uid: string): Dashboard => {
  const metrics = prometheus(uid)
  return {
    name: 'argo-cd',
    model: dashboard({
      uid: 'argo-cd',
      title: 'Argo CD',
      tags: ['argo-cd'],
      variables: [projectVariable(uid)],
      bands: [...applicationBands(metrics), ...componentBands(metrics)],
    }),
  }
}
