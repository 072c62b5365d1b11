import type { IKustomization } from '@kubernetes-models/flux-cd/kustomize.toolkit.fluxcd.io/v1/Kustomization'
import type { Place } from '../../problem.ts'
import { fromAnnotation } from '../from-annotation.ts'

export type KustomizationSpec = NonNullable<IKustomization['spec']>

export interface KustomizationSettings {
  /** The folder that Flux builds, from the root of the repository. */
  readonly folder: string
  readonly dependsOn: readonly { readonly name: string; readonly namespace?: string }[]
  /** Whether the folder holds files encrypted with SOPS. */
  readonly decrypt: boolean
}

/** The source that `flux bootstrap` makes. It stands in another namespace than what refers to it. */
export const bootstrapSource = { kind: 'GitRepository', name: 'flux-system', namespace: 'flux-system' } as const

/** The Secret that `flux bootstrap` users put their age key into, by the name that Flux's documentation uses. */
export const ageSecret = 'sops-age'

/** A Flux Kustomization of one component. */
export const kustomization = (name: string, place: Place, spec: KustomizationSpec) => ({
  apiVersion: 'kustomize.toolkit.fluxcd.io/v1' as const,
  kind: 'Kustomization' as const,
  metadata: { name, annotations: { [fromAnnotation]: place.join('.') } },
  spec,
})

/** The folder that a path means, from the root of the repository: `./apps/loki/` is `apps/loki`. */
export const folderAt = (path: string): string =>
  path
    .replace(/^\.?\//, '')
    .replace(/^\.$/, '')
    .replace(/\/$/, '')

/** What it does; clusters that share a layer share it. */
export const kustomizationSpec = ({ folder, dependsOn, decrypt }: KustomizationSettings): KustomizationSpec => ({
  // Webhooks announce changes sooner; this is how long drift may last.
  interval: '1h',
  retryInterval: '2m',
  // Longer than Helm may take, so that the release's own error is the one that is shown.
  timeout: '10m',
  path: `./${folder}`,
  prune: true,
  // What depends on this component waits until it is really there, not just applied.
  wait: true,
  sourceRef: bootstrapSource,
  ...(dependsOn.length === 0 ? {} : { dependsOn: [...dependsOn] }),
  ...(decrypt ? { decryption: { provider: 'sops' as const, secretRef: { name: ageSecret } } } : {}),
})
