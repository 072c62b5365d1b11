import type { Dashboard } from '../../fleet/component.ts'
import { dashboard } from '../../objects/grafana/dashboard.ts'
import type { Band } from '../../objects/grafana/layout.ts'
import { type Prometheus, prometheus } from '../../objects/grafana/query.ts'
import type { Variable } from '../../objects/grafana/variables.ts'
import { clusterVariable } from './cluster.ts'

/** Where all of them stand in Grafana. */
const folder = 'Federated Observability'

/** A dashboard over all clusters of a federation. */
export interface Federated {
  /** Its file, and the end of its address in Grafana. */
  readonly name: string
  readonly title: string
  /** Choices beside that of the cluster. */
  readonly variables?: (uid: string) => readonly Variable[]
  readonly bands: (metrics: Prometheus) => readonly Band[]
}

/** The dashboard, asking the Prometheus of this UID. */
export const federated =
  (uid: string) =>
  ({ name, title, variables, bands }: Federated): Dashboard => ({
    name,
    folder,
    model: dashboard({
      uid: name,
      title,
      tags: ['federation'],
      variables: [clusterVariable(uid), ...(variables?.(uid) ?? [])],
      bands: bands(prometheus(uid)),
    }),
  })
