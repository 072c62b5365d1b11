import { referencesIn, referencesOf } from '../../check/references.ts'
import { isRecord } from '../../fleet/checks/check.ts'
import type { NamespaceSettings, PodSecurity } from '../../fleet/namespace.ts'
import { at } from '../../plan/values.ts'
import type { Delivered } from '../clusters/reconcile.ts'
import { mapOr } from '../kustomize/lists.ts'
import type { DraftComponent } from './component.ts'
import type { DraftNamespace } from './draft.ts'
import type { ImportedCluster } from './imported-cluster.ts'

/** Namespaces that every cluster has. */
const everywhere = /^(default|kube-(node-lease|public|system))$/

/** What the draft says of a namespace: what its object said, and the Secrets that something in it reads. */
export const draftNamespace = (
  name: string,
  { namespaces, secrets }: ImportedCluster,
  components: readonly DraftComponent[],
  required: readonly string[],
): DraftNamespace => {
  const object = namespaces.find((one) => one.object.metadata.name === name)
  const inside = components.filter(({ namespace }) => namespace === name)
  const made = new Set(inside.flatMap(madeSecrets))
  const written = secrets.filter(({ object, owner }) => (object.metadata.namespace ?? owner.targetNamespace) === name)
  const named = [
    ...written.map((one) => one.object.metadata.name),
    ...inside.flatMap(readSecrets).filter((one) => !made.has(one)),
    ...required,
  ]
  return {
    settings: everywhere.test(name) ? { exists: true } : settingsOf(object),
    secrets: [...new Set(named)].filter((one) => /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/.test(one)).sort(),
  }
}

const settingsOf = (namespace: Delivered | undefined): NamespaceSettings => {
  const labels = mapOr(namespace?.object.metadata.labels)
  const enforced = labels['pod-security.kubernetes.io/enforce']
  const isMeshed = labels['istio-injection'] === 'enabled' || labels['istio.io/dataplane-mode'] === 'ambient'
  return {
    ...(isMeshed ? { mesh: 'istio' } : {}),
    ...(enforced === 'baseline' || enforced === 'restricted' ? { podSecurity: enforced satisfies PodSecurity } : {}),
  }
}

/** Secrets that come to be because of an object. */
const madeSecrets = ({ content }: DraftComponent): readonly string[] =>
  content.kind === 'release'
    ? []
    : content.objects.flatMap(({ kind, metadata, spec }): readonly string[] => {
        if (kind === 'ExternalSecret') return [String(at(spec, 'target.name') ?? metadata.name)]
        if (kind === 'Certificate') return [String(at(spec, 'secretName'))]
        return kind === 'SealedSecret' ? [metadata.name] : []
      })

const readSecrets = ({ content }: DraftComponent): readonly string[] => {
  const references =
    content.kind === 'release'
      ? [...content.options.values()].flatMap(({ values }) => referencesIn(values, []))
      : content.objects.flatMap(referencesOf)
  return references.flatMap(({ kind, name }) => (kind === 'Secret' ? [name] : []))
}

/** Storage classes that components of a cluster name, the one that most name first. */
export const storageClassesOf = (components: readonly DraftComponent[], cluster: string): readonly string[] => {
  const named = components.flatMap(({ content, clusters }) => {
    if (!clusters.has(cluster)) return []
    return content.kind === 'release'
      ? classesIn(content.options.get(cluster))
      : content.objects.flatMap(classesOfObject)
  })
  const counted = [...new Set(named)].map((name) => ({ name, count: named.filter((one) => one === name).length }))
  return counted
    .sort((one, other) => other.count - one.count || (one.name < other.name ? -1 : 1))
    .map(({ name }) => name)
}

const classesOfObject = (object: { readonly kind: string }): readonly string[] =>
  object.kind === 'PersistentVolume' ? [] : classesIn(object)

const classesIn = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(classesIn)
  if (!isRecord(value)) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    /^storageClass(Name)?$/.test(key) && typeof inner === 'string' && /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(inner)
      ? [inner]
      : classesIn(inner),
  )
}
