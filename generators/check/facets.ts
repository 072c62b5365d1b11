import type { ClusterPlan, Placement } from '../plan/placement.ts'
import { chartOf } from './objects.ts'
import type { Subject } from './rule.ts'

/** What rules look at. Where it is not there they have nothing to say. */
export type Facet = (subject: Subject) => boolean

/** Plain objects that no cluster before had. */
export const newObjects: Facet = ({ placements }) => placements.some(bringsObjects)

/** Plain objects. Only one of them can be called like another: components and their releases have names of their own. */
export const objects: Facet = ({ alike }) => alike(someObjects)

/** What dashboards and rules ask, where nobody asked it before. */
export const newQueries: Facet = ({ queries }) => queries() !== undefined

/** Plain objects, or charts of which the catalogue knows where they are told of volumes and credentials. */
export const knownComponents: Facet = ({ alike }) => alike(someKnown)

/** Charts that bring Grafana, or the stack around it. */
export const grafanas: Facet = ({ alike }) => alike(someGrafana)

export const everything: Facet = () => true

const bringsObjects = ({ effective }: Placement): boolean => effective.kind === 'manifests'

const someObjects = ({ placements }: ClusterPlan): boolean => placements.some(bringsObjects)

const someKnown = ({ placements }: ClusterPlan): boolean =>
  placements.some(
    ({ definition }) =>
      definition.kind === 'manifests' ||
      [definition.credentials, definition.refused, definition.volumes].some((facts) => facts !== undefined),
  )

const someGrafana = ({ placements }: ClusterPlan): boolean =>
  placements.some((one) => ['grafana', 'kube-prometheus-stack'].includes(chartOf(one) ?? ''))
