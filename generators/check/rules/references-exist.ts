import { nearest } from '../../nearest.ts'
import type { Placement } from '../../plan/placement.ts'
import { at } from '../../plan/values.ts'
import { type Problem, placeName } from '../../problem.ts'
import { leavesIn } from '../leaves.ts'
import { objectsOf, valuesOf } from '../objects.ts'
import { ownedObjects } from '../owned-objects.ts'
import { recordsIn } from '../pods.ts'
import { mayRefer, type Reference, referencesIn, referencesOf } from '../references.ts'
import type { Question, Rule, Shared, Subject } from '../rule.ts'

export const referencesExist: Rule = {
  name: 'references-exist',
  because:
    "Grafana's Pod waited for ever for the ConfigMap of its dashboard provider, which was in nobody's kustomization",
  check: (subject) => {
    const { cluster, once } = subject
    const asking = cluster.placements.filter((placement) => once(placement, references).length > 0)
    if (asking.length === 0) return []
    const there = namesThere(subject)
    return asking.flatMap((placement) => missing(placement, there, subject))
  },
}

const missing = (placement: Placement, there: ReadonlySet<string>, { once }: Subject): readonly Problem[] => {
  const { name, namespace, requires, layer } = placement
  return once(placement, references).flatMap(({ kind, name: wanted, path, index }) => {
    // What a component requires is told where it is required.
    const isRequired = requires.some((one) => one.kind === 'secret' && one.name === wanted)
    const isOfOthers = namespace.settings.exists && kind !== 'Secret'
    if (there.has(key(kind, namespace.name, wanted)) || isAlwaysThere(wanted) || isRequired || isOfOthers) return []
    if ([...there].some((one) => one.startsWith('release ') && belongsTo(one, namespace.name, wanted))) return []
    const place = index === undefined ? valuesOf(placement)?.place(path) : objectsOf(placement)[index]?.place(path)
    return [
      {
        rule: referencesExist.name,
        place: place ?? layer.origin,
        reason: `${name} refers to the ${kind} ${wanted}, and nothing brings it to ${namespace.name}`,
        fix: fixFor(kind, wanted, placement, there),
      },
    ]
  })
}

const fixFor = (kind: string, wanted: string, { namespace }: Placement, there: ReadonlySet<string>): string => {
  const home = key(kind, namespace.name, '')
  const guess = nearest(
    wanted,
    [...there].flatMap((one) => (one.startsWith(home) ? [one.slice(home.length)] : [])),
  )
  if (guess !== undefined) return `write '${guess}'`
  if (kind === 'Issuer') return `add one to ${namespace.name}: federationCertificates() brings one for a gateway`
  return kind === 'Secret'
    ? `add '${wanted}': existing(), sops() or externalSecret({ … }) to ${placeName(namespace.place)}.secrets`
    : 'add it to the objects of a component in this namespace, or correct the name'
}

/** A reference, and the object that makes it; none for one among values. */
interface Made extends Reference {
  readonly index?: number
}

const references: Question<readonly Made[]> = (shared, ask) =>
  shared.effective.kind === 'helm'
    ? ask(leavesIn).some(mayRefer)
      ? referencesIn(shared.effective.values, [])
      : []
    : objectsOf(shared).flatMap(({ object }, index) => referencesOf(object).map((one) => ({ ...one, index })))

const key = (kind: string, namespace: string, name: string): string => `${kind} ${namespace}/${name}`

/** Every cluster puts these into every namespace. */
const isAlwaysThere = (name: string): boolean =>
  name === 'default' || name === 'kube-root-ca.crt' || name === 'istio-ca-root-cert'

/** What a chart brings is not known here, but is called like its release. */
const belongsTo = (release: string, namespace: string, name: string): boolean => {
  const own = release.slice(`release ${namespace}/`.length)
  return release.startsWith(`release ${namespace}/`) && (name === own || name.startsWith(`${own}-`))
}

const namesThere = (subject: Subject): ReadonlySet<string> => {
  const { cluster, once } = subject
  return new Set([
    ...ownedObjects(subject).flatMap(({ objects }) => objects.map((object) => object.key.trimStart())),
    ...cluster.secrets.map(({ namespace, name }) => key('Secret', namespace, name)),
    ...cluster.placements.flatMap((placement) =>
      once(placement, madeBesides).map(([kind, name]) => key(kind, placement.namespace.name, name)),
    ),
  ])
}

/** What comes to be because of an object: Secrets that operators fill, claims of a StatefulSet, whatever a chart brings. */
const madeBesides = (shared: Shared): readonly (readonly [kind: string, name: string])[] => {
  const { layer, effective } = shared
  if (effective.kind === 'helm') {
    const full = at(effective.values, 'fullnameOverride')
    return [layer.name, ...(typeof full === 'string' ? [full] : [])].map((name) => ['release', name] as const)
  }
  return effective.objects.flatMap(({ kind, metadata: { name }, spec }): (readonly [string, string])[] => {
    if (kind === 'ExternalSecret') return [['Secret', String(at(spec, 'target.name') ?? name)]]
    if (kind === 'Certificate') return [['Secret', String(at(spec, 'secretName'))]]
    if (kind === 'Issuer') return [['Issuer', name]]
    if (kind === 'SealedSecret') return [['Secret', name]]
    if (kind !== 'StatefulSet') return []
    const replicas = Number(at(spec, 'replicas') ?? 1)
    return recordsIn(at(spec, 'volumeClaimTemplates')).flatMap(({ record }) =>
      Array.from(
        { length: replicas },
        (_, index) => ['PersistentVolumeClaim', `${at(record, 'metadata.name')}-${name}-${index}`] as const,
      ),
    )
  })
}
