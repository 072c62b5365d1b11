import { isRecord } from '../../fleet/checks/check.ts'
import type { KubernetesObject } from '../../kubernetes-object.ts'
import { mapOr, mapsIn, textOr, textsIn } from '../kustomize/lists.ts'
import { groupOf, type Resource } from '../kustomize/resource.ts'
import type { Origin } from '../note.ts'

type Fields = Readonly<Record<string, unknown>>

/** A Kustomization of Flux's: what it builds, and what it does to it. */
export interface FluxKustomization {
  /** `namespace/name`. */
  readonly key: string
  readonly name: string
  readonly origin: Origin
  /** As it is written. */
  readonly path: string
  readonly source: { readonly kind: string; readonly name: string }
  readonly targetNamespace?: string
  /** Keys of those that must be ready first. */
  readonly dependsOn: readonly string[]
  readonly components: readonly string[]
  readonly patches: readonly Fields[]
  readonly images: unknown
  readonly postBuild: unknown
  readonly isSuspended: boolean
  readonly isElsewhere: boolean
}

export const isFluxKustomization = (object: KubernetesObject): boolean =>
  object.kind === 'Kustomization' && groupOf(object) === 'kustomize.toolkit.fluxcd.io'

export const fluxKustomization = ({ object, origin }: Resource): FluxKustomization => {
  const spec = mapOr(object.spec)
  const namespace = object.metadata.namespace ?? 'flux-system'
  const source = mapOr(spec.sourceRef)
  return {
    key: `${namespace}/${object.metadata.name}`,
    name: object.metadata.name,
    origin,
    path: textOr(spec.path, './'),
    source: { kind: textOr(source.kind, ''), name: textOr(source.name, '') },
    ...(typeof spec.targetNamespace === 'string' ? { targetNamespace: spec.targetNamespace } : {}),
    dependsOn: mapsIn(spec.dependsOn).map((one) => `${textOr(one.namespace, namespace)}/${textOr(one.name, '')}`),
    components: textsIn(spec.components),
    patches: [...mapsIn(spec.patches), ...mapsIn(spec.patchesJson6902), ...strategic(spec.patchesStrategicMerge)],
    images: spec.images,
    postBuild: spec.postBuild,
    isSuspended: spec.suspend === true,
    isElsewhere: isRecord(spec.kubeConfig),
  }
}

/** Patches of the old form stand there as objects. JSON is YAML as well. */
const strategic = (patches: unknown): readonly Fields[] =>
  mapsIn(patches).map((one) => ({ patch: JSON.stringify(one) }))
