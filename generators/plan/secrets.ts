import type { CompleteCluster, CompleteFleet, CompleteNamespace } from '../fleet/complete/complete-fleet.ts'
import type { Definition } from '../fleet/component.ts'
import { manifestsComponent } from '../fleet/define-component.ts'
import type { ExternalSecretSource } from '../fleet/secret.ts'
import { nearest } from '../nearest.ts'
import { externalSecretObject } from '../objects/external-secrets/external-secret.ts'
import type { Problem } from '../problem.ts'
import type { Draft } from './draft.ts'
import { layerFolder, type ManifestsLayer } from './layer.ts'
import type { PlannedSecret } from './placement.ts'

/** The component that brings the Secrets of a namespace. Its folder is where people keep their encrypted files. */
export const secretsComponent = 'secrets'

const folderOf = (cluster: CompleteCluster, namespace: string): string =>
  layerFolder('apps', 'cluster', cluster.name, namespace, secretsComponent)

/** The encrypted file that a Secret comes from, from the root of the repository. */
const fileOf = (cluster: CompleteCluster, { name: home, settings }: CompleteNamespace, name: string) => {
  const source = settings.secrets[name]
  return source?.from === 'sops' ? `${folderOf(cluster, home)}/${source.file ?? `${name}.sops.yaml`}` : undefined
}

/** The encrypted files that a fleet names. */
export const secretFiles = ({ clusters }: CompleteFleet): readonly string[] =>
  clusters.flatMap((cluster) =>
    cluster.namespaces.flatMap((namespace) =>
      Object.keys(namespace.settings.secrets).flatMap((name) => fileOf(cluster, namespace, name) ?? []),
    ),
  )

/** The Secrets that components of a namespace read, with all keys that any of them reads. */
export const plannedSecrets = (
  cluster: CompleteCluster,
  namespace: CompleteNamespace,
  drafts: readonly Draft[],
): { readonly secrets: readonly PlannedSecret[]; readonly problems: readonly Problem[] } => {
  const names = Object.keys(namespace.settings.secrets)
  const read = new Map(
    names.map((name) => [name, { keys: new Set<string>(), notes: new Set<string>(), commands: new Set<string>() }]),
  )
  const problems: Problem[] = []
  for (const draft of drafts) {
    for (const requirement of draft.requires) {
      if (requirement.kind !== 'secret') continue
      const known = read.get(requirement.name)
      for (const key of requirement.keys) known?.keys.add(key)
      if (requirement.note !== undefined) known?.notes.add(requirement.note)
      if (requirement.command !== undefined) known?.commands.add(requirement.command)
      if (known === undefined && draft.isWhole) problems.push(noSource(draft, requirement.name, namespace))
    }
  }
  const secrets = Object.entries(namespace.settings.secrets).map(([name, source]): PlannedSecret => {
    const file = fileOf(cluster, namespace, name)
    const [command] = read.get(name)?.commands ?? []
    return {
      namespace: namespace.name,
      name,
      keys: [...(read.get(name)?.keys ?? [])].sort(),
      notes: [...(read.get(name)?.notes ?? [])].sort(),
      source,
      place: [...namespace.place, 'secrets', name],
      ...(file === undefined ? {} : { file }),
      ...(command === undefined ? {} : { command }),
    }
  })
  return { secrets, problems }
}

const noSource = (draft: Draft, name: string, namespace: CompleteNamespace): Problem => {
  const guess = nearest(name, Object.keys(namespace.settings.secrets))
  const where = [...namespace.place, 'secrets'].join('.')
  return {
    rule: 'secret-source',
    place: draft.placeOf((one) => one.kind === 'secret' && one.name === name),
    reason: `${draft.name} reads the Secret ${name}, and the fleet does not say where it comes from`,
    fix:
      guess === undefined
        ? `add '${name}': existing(), sops() or externalSecret({ … }) to ${where}`
        : `name the Secret '${guess}', or add '${name}': existing() to ${where}`,
  }
}

/** The layer that brings a namespace's Secrets, when any of them comes out of the tree. */
export const secretsLayer = (
  cluster: CompleteCluster,
  namespace: CompleteNamespace,
  secrets: readonly PlannedSecret[],
): ManifestsLayer | undefined => {
  const objects = secrets.flatMap(({ name, source }) =>
    source.from === 'external-secret' ? [externalSecretObject(name, source as ExternalSecretSource)] : [],
  )
  const folder = folderOf(cluster, namespace.name)
  const place = [...namespace.place, 'secrets']
  const people = secrets.flatMap(({ file }) => (file === undefined ? [] : [file.slice(folder.length + 1)]))
  if (objects.length === 0 && people.length === 0) return undefined
  return {
    kind: 'manifests',
    definition: secretsDefinition as ManifestsLayer['definition'],
    level: 'cluster',
    owner: cluster.name,
    namespace: namespace.name,
    name: secretsComponent,
    folder,
    place,
    origin: place,
    options: {},
    objects,
    dashboards: [],
    people,
  }
}

/** Only a name and a tier: what the layer holds follows from the namespace's settings. */
export const secretsDefinition: Definition = manifestsComponent({
  name: secretsComponent,
  tier: 'apps',
  options: {},
  objects: () => [],
}).definition
