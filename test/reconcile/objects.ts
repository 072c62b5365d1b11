import type { KubernetesObject } from '../../generators/kubernetes-object.ts'

interface Fields {
  readonly metadata?: Readonly<Record<string, unknown>>
  readonly spec?: Readonly<Record<string, unknown>>
  readonly status?: Readonly<Record<string, unknown>>
}

/** A kind of object, with as little in one as a test needs. */
export const object =
  (apiVersion: string, kind: string) =>
  ({ metadata, spec, status }: Fields, name = 'loki', namespace = 'monitoring'): KubernetesObject => ({
    apiVersion,
    kind,
    metadata: { name, namespace, generation: 1, ...metadata },
    spec,
    status,
  })

/** Objects as the API server answers with them, with as little in them as a test needs. */
export const release = object('helm.toolkit.fluxcd.io/v2', 'HelmRelease')
export const kustomization = object('kustomize.toolkit.fluxcd.io/v1', 'Kustomization')
export const source = object('source.toolkit.fluxcd.io/v1', 'GitRepository')

/** What kustomize-controller labels everything with that a Kustomization brought. */
export const broughtBy = (name: string, namespace = 'monitoring') => ({
  'kustomize.toolkit.fluxcd.io/name': name,
  'kustomize.toolkit.fluxcd.io/namespace': namespace,
})

export const condition = (status: 'True' | 'False' | 'Unknown', message = '', reason = '') => ({
  conditions: [{ type: 'Ready', status, reason, message }],
})

const anApplication = object('argoproj.io/v1alpha1', 'Application')
export const application = (fields: Fields): KubernetesObject => anApplication(fields, 'monitoring.loki', 'argocd')
