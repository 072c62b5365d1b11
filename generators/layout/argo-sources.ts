import type { Repository } from '../fleet/fleet.ts'
import { type ApplicationSource, folderSource, releaseSources } from '../objects/argo-cd/sources.ts'
import type { Placement } from '../plan/placement.ts'
import { valuesFiles } from './helm-layer.ts'

/** All Applications stand in one namespace. No name of a namespace has a dot, so no two are alike. */
export const applicationName = ({ name, namespace }: Placement): string => `${namespace.name}.${name}`

/** What an Application of a component reads. */
export const sourcesOf = (
  { name, layer, effective }: Placement,
  repository: Repository,
): readonly ApplicationSource[] =>
  layer.kind === 'helm' && effective.kind === 'helm'
    ? releaseSources({
        ...{ repository, chart: layer.definition.chart, version: effective.version, releaseName: name },
        valueFiles: valuesFiles(layer),
      })
    : [folderSource(repository, layer.folder)]
