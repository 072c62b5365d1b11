import type { IApplication } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/Application'
import type { Chart } from '../../charts/chart.ts'
import type { Repository } from '../../fleet/fleet.ts'

export type ApplicationSource = NonNullable<NonNullable<IApplication['spec']>['sources']>[number]

/** A folder of the fleet's repository, which kustomize builds. */
export const folderSource = ({ url, branch }: Repository, path: string): ApplicationSource => ({
  repoURL: url,
  targetRevision: branch,
  path,
})

export interface ReleaseSettings {
  readonly repository: Repository
  readonly chart: Chart
  readonly version: string
  readonly releaseName: string
  /** From the root of the repository. The last one wins. */
  readonly valueFiles: readonly string[]
}

/** A chart, and the repository that its files of values are read from: it only gives `$values` its meaning. */
export const releaseSources = (settings: ReleaseSettings): readonly ApplicationSource[] => {
  const { repository, chart, version, releaseName, valueFiles } = settings
  return [
    {
      ...chartAddress(chart),
      targetRevision: version,
      helm: { releaseName, valueFiles: valueFiles.map((file) => `$values/${file}`) },
    },
    { repoURL: repository.url, targetRevision: repository.branch, ref: 'values' },
  ]
}

/** Argo CD takes an address without a scheme for a registry, and wants the chart's name apart. */
const chartAddress = ({ url, name }: Chart): { readonly repoURL: string; readonly chart: string } => {
  if (!url.startsWith('oci://')) return { repoURL: url, chart: name }
  const address = url.slice('oci://'.length)
  const end = address.lastIndexOf('/')
  return { repoURL: address.slice(0, end), chart: address.slice(end + 1) }
}
