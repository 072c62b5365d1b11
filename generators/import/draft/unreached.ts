import type { KubernetesObject } from '../../kubernetes-object.ts'
import { at } from '../../plan/values.ts'
import { resourcesIn } from '../kustomize/resource.ts'
import type { Note } from '../note.ts'
import type { ReadFolder } from '../reading/documents.ts'
import type { ImportedCluster } from './imported-cluster.ts'

/** Releases that no cluster gets: switched off, or read in a way that is not known here. */
export const unreached = ({ documents }: ReadFolder, clusters: readonly ImportedCluster[]): readonly Note[] =>
  [...documents]
    .filter(([file]) => !clusters.some(({ files }) => files.has(file)))
    .flatMap(([, inside]) => inside.flatMap(resourcesIn))
    .filter(({ object }) => object.kind === 'HelmRelease' && isWhole(object))
    .map(({ object, origin }) => ({
      kind: 'skipped',
      origin,
      what: `HelmRelease ${object.metadata.name}`,
      why: 'is in no folder that Flux reads for a cluster',
      fix: 'add it to the draft by hand, if it is to run',
    }))

/** A patch looks like a release, and names no chart of its own. */
const isWhole = ({ spec }: KubernetesObject): boolean =>
  at(spec, 'chart.spec.chart') !== undefined || at(spec, 'chartRef') !== undefined
