/** Files of a repository of Flux, as somebody would write them. */

/** Reads the repository itself, unless another source is named. */
export const fluxKustomization = (name: string, path: string, more = '', source = 'flux-system'): string => `
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: ${name}
  namespace: flux-system
spec:
  interval: 10m
  path: ${path}
  prune: true
  sourceRef:
    kind: GitRepository
    name: ${source}
${more}`

/** What `flux bootstrap` writes for a cluster. */
export const gotkSync = (path: string): string => `
apiVersion: source.toolkit.fluxcd.io/v1
kind: GitRepository
metadata:
  name: flux-system
  namespace: flux-system
spec:
  url: ssh://git@github.com/example/fleet-infra
  ref:
    branch: main
---
${fluxKustomization('flux-system', path)}`

export const kustomization = (...lines: readonly string[]): string =>
  ['apiVersion: kustomize.config.k8s.io/v1beta1', 'kind: Kustomization', ...lines].join('\n')

export const namespaceFile = (name: string): string => `
apiVersion: v1
kind: Namespace
metadata:
  name: ${name}
`

export const helmRepository = (name: string, url: string): string => `
apiVersion: source.toolkit.fluxcd.io/v1
kind: HelmRepository
metadata:
  name: ${name}
spec:
  interval: 1h
  url: ${url}
`

/** A HelmRelease; `spec` is indented by two. */
export const helmRelease = (name: string, spec: string, version = 'v2'): string => `
apiVersion: helm.toolkit.fluxcd.io/${version}
kind: HelmRelease
metadata:
  name: ${name}
spec:
  interval: 1h
${spec}`

/** Where a chart comes from, for the `spec` of a HelmRelease. */
export const chart = (name: string, version: string, repository: string): string => `  chart:
    spec:
      chart: ${name}
      version: "${version}"
      sourceRef:
        kind: HelmRepository
        name: ${repository}
`
