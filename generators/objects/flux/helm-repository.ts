import type { KubernetesObject } from '../../kubernetes-object.ts'

/** A HelmRepository: an HTTP repository of charts. */
export const helmRepository = (name: string, url: string): KubernetesObject => ({
  apiVersion: 'source.toolkit.fluxcd.io/v1',
  kind: 'HelmRepository',
  metadata: { name },
  spec: { interval: '1h', url },
})
