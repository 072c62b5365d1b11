interface FluxKind {
  readonly kind: string
  readonly version: string
  /** Its name in addresses and in roles. */
  readonly plural: string
  /** Labels that tell more of its state, each with the path of its value in the object. */
  readonly labels: Readonly<Record<string, readonly string[]>>
}

const artifact = { revision: ['status', 'artifact', 'revision'] }
const address = { ...artifact, url: ['spec', 'url'] }
/** Of the newest release; Flux keeps the latest first. */
const release = (member: string) => ['status', 'history', '0', member]

/** The kinds that `flux bootstrap` installs by default, by API group. */
export const fluxKinds: Readonly<Record<string, readonly FluxKind[]>> = {
  'kustomize.toolkit.fluxcd.io': [
    {
      kind: 'Kustomization',
      version: 'v1',
      plural: 'kustomizations',
      labels: { revision: ['status', 'lastAppliedRevision'], source_name: ['spec', 'sourceRef', 'name'] },
    },
  ],
  'helm.toolkit.fluxcd.io': [
    {
      kind: 'HelmRelease',
      version: 'v2',
      plural: 'helmreleases',
      labels: {
        revision: release('chartVersion'),
        chart_name: release('chartName'),
        chart_version: release('chartVersion'),
        source_name: ['spec', 'chartRef', 'name'],
        chart_source_name: ['spec', 'chart', 'spec', 'sourceRef', 'name'],
      },
    },
  ],
  'source.toolkit.fluxcd.io': [
    { kind: 'GitRepository', version: 'v1', plural: 'gitrepositories', labels: address },
    { kind: 'OCIRepository', version: 'v1', plural: 'ocirepositories', labels: address },
    { kind: 'HelmRepository', version: 'v1', plural: 'helmrepositories', labels: address },
    {
      kind: 'HelmChart',
      version: 'v1',
      plural: 'helmcharts',
      labels: { ...artifact, chart_name: ['spec', 'chart'], chart_version: ['spec', 'version'] },
    },
    {
      kind: 'Bucket',
      version: 'v1',
      plural: 'buckets',
      labels: { ...artifact, endpoint: ['spec', 'endpoint'], bucket_name: ['spec', 'bucketName'] },
    },
  ],
  'notification.toolkit.fluxcd.io': [
    { kind: 'Alert', version: 'v1beta3', plural: 'alerts', labels: {} },
    { kind: 'Provider', version: 'v1beta3', plural: 'providers', labels: {} },
    { kind: 'Receiver', version: 'v1', plural: 'receivers', labels: { webhook_path: ['status', 'webhookPath'] } },
  ],
}
