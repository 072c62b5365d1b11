import { isRecord } from '../fleet/checks/check.ts'
import type { KubernetesObject } from '../kubernetes-object.ts'
import { at } from '../plan/values.ts'
import type { Leaf } from './leaves.ts'
import { podOf, recordsIn } from './pods.ts'

export type ReferredKind = 'ConfigMap' | 'Issuer' | 'PersistentVolumeClaim' | 'Secret' | 'ServiceAccount'

/** A name by which something is expected in the same namespace. */
export interface Reference {
  readonly kind: ReferredKind
  readonly name: string
  readonly path: readonly string[]
}

type Path = readonly string[]

/** What the Pods of an object, or the object itself, cannot do without. What is `optional` can be missing. */
export const referencesOf = (object: KubernetesObject): readonly Reference[] => {
  const pod = podOf(object)
  if (pod !== undefined) return referencesIn(pod.spec, pod.path)
  if (object.kind === 'Ingress') return hasCertificateMaker(object.metadata) ? [] : referencesIn(object.spec, ['spec'])
  if (object.apiVersion.startsWith('cert-manager.io/')) return issuerOf(object)
  if (object.kind === 'HelmRelease') return valuesOf(at(object.spec, 'valuesFrom'))
  const isFlux = /^(notification|source)\.toolkit\.fluxcd\.io\//.test(object.apiVersion)
  return isFlux || object.kind === 'ServiceAccount' ? referencesIn(object, []) : []
}

/** What is optional forgives a ConfigMap that is missing, though not a key. */
const valuesOf = (sources: unknown): readonly Reference[] =>
  recordsIn(sources).flatMap(({ record: { kind, name, optional }, index }) =>
    (kind === 'ConfigMap' || kind === 'Secret') && optional !== true
      ? reference(kind, name, ['spec', 'valuesFrom', String(index), 'name'])
      : [],
  )

/** The same in values of a chart, which pass much on to Pods as it stands. */
export const referencesIn = (value: unknown, path: Path): readonly Reference[] => {
  if (Array.isArray(value)) {
    return value.flatMap((one, index) => {
      const here = [...path, String(index)]
      return [...(isRecord(one) ? ofElement(one, path.at(-1), here) : []), ...referencesIn(one, here)]
    })
  }
  if (!isRecord(value) || value.optional === true) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...path, key]
    return [...ofMember(key, inner, value, here), ...referencesIn(inner, here)]
  })
}

/** Who signs a certificate. One of another kind is of the whole cluster, or of somebody else. */
const issuerOf = ({ kind, spec }: KubernetesObject): readonly Reference[] => {
  const issuer = kind === 'Certificate' && isRecord(spec) ? spec.issuerRef : undefined
  if (!isRecord(issuer) || (issuer.kind ?? 'Issuer') !== 'Issuer') return []
  return reference('Issuer', issuer.name, ['spec', 'issuerRef', 'name'])
}

/** What cert-manager makes for an Ingress comes after it. */
const hasCertificateMaker = ({ annotations }: Readonly<Record<string, unknown>>): boolean =>
  isRecord(annotations) && Object.keys(annotations).some((key) => key.startsWith('cert-manager.io/'))

const reference = (kind: ReferredKind, name: unknown, path: Path): readonly Reference[] =>
  // Charts take templates in many places, and an empty text for nothing.
  typeof name === 'string' && /^[a-z0-9]([-.a-z0-9]*[a-z0-9])?$/.test(name) ? [{ kind, name, path }] : []

const byName: Readonly<Record<string, ReferredKind>> = {
  configMapKeyRef: 'ConfigMap',
  configMapRef: 'ConfigMap',
  secretKeyRef: 'Secret',
  secretRef: 'Secret',
}

const byText: Readonly<Record<string, ReferredKind>> = {
  existingClaim: 'PersistentVolumeClaim',
  existingSecret: 'Secret',
  serviceAccountName: 'ServiceAccount',
}

const ofMember = (key: string, inner: unknown, siblings: object, path: Path): readonly Reference[] => {
  if (Object.hasOwn(byText, key)) return reference(byText[key]!, inner, path)
  if (!isRecord(inner) || inner.optional === true) return []
  if (Object.hasOwn(byName, key)) return reference(byName[key]!, inner.name, [...path, 'name'])
  // Charts make an account unless they are told not to.
  const isGiven = key === 'serviceAccount' && inner.create === false && !('serviceAccountName' in siblings)
  return isGiven ? reference('ServiceAccount', inner.name, [...path, 'name']) : []
}

/** Elements of lists: volumes and their sources, Secrets for pulling images, certificates of an Ingress. */
const ofElement = (element: Readonly<Record<string, unknown>>, list: string | undefined, path: Path) => {
  if (list === 'imagePullSecrets') return reference('Secret', element.name, [...path, 'name'])
  if (list === 'tls' && !hasCertificateMaker(element)) {
    return reference('Secret', element.secretName, [...path, 'secretName'])
  }
  return volumeReferences.flatMap(([key, field, kind]) => {
    const source = element[key]
    return isRecord(source) && source.optional !== true ? reference(kind, source[field], [...path, key, field]) : []
  })
}

const volumeReferences = [
  ['configMap', 'name', 'ConfigMap'],
  ['secret', 'secretName', 'Secret'],
  ['secret', 'name', 'Secret'],
  ['persistentVolumeClaim', 'claimName', 'PersistentVolumeClaim'],
] as const

/** Every reference ends in a name under one of these: those of volumes are those of all that is a map. */
const ends: ReadonlySet<string> = new Set([...volumeReferences.map(([, field]) => field), ...Object.keys(byText)])

/** Whether a leaf may be the end of a reference, which most are not. */
export const mayRefer = ({ key }: Pick<Leaf, 'key'>): boolean => ends.has(key)
