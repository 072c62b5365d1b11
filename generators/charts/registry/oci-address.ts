/** Where the distribution API of an OCI repository is. */
export interface OciAddress {
  readonly host: string
  /** `grafana/helm-charts/loki` */
  readonly repository: string
  /** `https://ghcr.io/v2/grafana/helm-charts/loki` */
  readonly api: string
}

/** Takes `oci://ghcr.io/grafana/helm-charts/loki` apart. Registries on loopback speak plain HTTP, as they do to Docker. */
export const ociAddress = (url: string): OciAddress => {
  const [, named = '', repository = ''] = /^oci:\/\/([^/]+)\/(.+?)\/?$/.exec(url) ?? []
  // Docker Hub is called otherwise than it answers.
  const host = named === 'docker.io' || named === 'index.docker.io' ? 'registry-1.docker.io' : named
  const scheme = isLoopback(host.replace(/:\d+$/, '')) ? 'http' : 'https'
  return { host, repository, api: `${scheme}://${host}/v2/${repository}` }
}

export const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d+){3}$/.test(hostname)

/** The tag of a chart's version: a tag has no plus sign, so that Helm writes `_` for it. */
export const tagOf = (version: string): string => version.replaceAll('+', '_')

/** The version of a chart's tag. */
export const versionOf = (tag: string): string => tag.replaceAll('_', '+')
