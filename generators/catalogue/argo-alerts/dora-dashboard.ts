import type { Dashboard } from '../../fleet/component.ts'
import { dashboard } from '../../objects/grafana/dashboard.ts'
import { prometheus } from '../../objects/grafana/query.ts'
import { doraBands } from './dora-bands.ts'
import { projectVariable } from './project-variable.ts'

/** How changes reach the cluster: deployment frequency, lead time, change failure rate, time to restore. */
export const doraDashboard = (uid: string): Dashboard => ({
  name: 'dora',
  model: dashboard({
    uid: 'dora',
    title: 'DORA',
    tags: ['argo-cd', 'dora'],
    lookingBack: '7d',
    variables: [projectVariable(uid)],
    bands: doraBands(prometheus(uid)),
  }),
})
