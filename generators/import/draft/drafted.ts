import { entriesOf, repositoryOf } from '../clusters/entries.ts'
import { manifestGroups } from '../manifests/groups.ts'
import type { Note } from '../note.ts'
import { adopted } from './adopted.ts'
import { withBringers } from './bringers.ts'
import type { CatalogueRelease } from './catalogue.ts'
import { componentKey, type DraftComponent } from './component.ts'
import type { Draft, DraftCluster } from './draft.ts'
import { type ImportedCluster, type Importing, importedCluster } from './imported-cluster.ts'
import { manifestsComponents, type PlacedManifests } from './manifests.ts'
import { needsOf, openGroups } from './needs.ts'
import { ordered, type Waiting } from './order.ts'
import { releaseComponents } from './releases.ts'
import { draftNamespace, storageClassesOf } from './settings.ts'
import { environmentName, traitsOf } from './traits.ts'
import { unreached } from './unreached.ts'

/** What is found in a folder before anybody decides how to write it down. */
export interface Found {
  readonly clusters: readonly ImportedCluster[]
  readonly components: readonly DraftComponent[]
  readonly importing: Importing
}

/** Every cluster of a folder, and the components that they share. */
export const found = (importing: Importing): Found => {
  const { read, notes } = importing
  const clusters = entriesOf(read).map((entry) => importedCluster(entry, importing))
  notes.push(...unreached(read, clusters))
  const manifests = clusters.flatMap(groupsOf)
  const components = [
    ...releaseComponents(
      clusters.flatMap(({ name, releases }) => releases.map((release) => ({ cluster: name, release }))),
      notes,
    ),
    ...manifestsComponents(manifests),
  ]
  const wired = withBringers(components)
  return { clusters, components: ordered(wired, waitingOf(clusters, manifests, components), notes), importing }
}

const groupsOf = ({ name, objects, releases }: ImportedCluster): readonly PlacedManifests[] => {
  const taken = new Set(releases.map((one) => componentKey(one)))
  return manifestGroups(objects, taken).map((manifests) => ({ cluster: name, manifests }))
}

const waitingOf = (
  clusters: readonly ImportedCluster[],
  manifests: readonly PlacedManifests[],
  components: readonly DraftComponent[],
): ReadonlyMap<string, readonly Waiting[]> =>
  new Map(
    clusters.map(({ name: cluster, releases }) => [
      cluster,
      [
        ...releases.map((one) => ({
          component: componentKey(one),
          owner: one.owner,
          dependsOn: one.dependsOn,
          release: one.key,
        })),
        ...manifests
          .filter((one) => one.cluster === cluster)
          .flatMap(({ manifests: { namespace, name, owner } }) =>
            [name, `${name}-crds`, `${name}-${cluster}`, `${name}-${cluster}-crds`]
              .map((called) => componentKey({ namespace, name: called }))
              .filter((key) => components.some((one) => componentKey(one) === key && one.clusters.has(cluster)))
              .map((component) => ({ component, owner, dependsOn: [] })),
          ),
      ],
    ]),
  )

/** Puts together what is known: the catalogue's components where they fit, and what clusters say around them. */
export const drafted = (
  { clusters, components, importing }: Found,
  catalogue: ReadonlyMap<string, CatalogueRelease>,
  besides: { readonly without: ReadonlySet<string>; readonly exceptions: Draft['exceptions']; readonly notes: Note[] },
): Draft => {
  const { read } = importing
  const kept = components.filter((one) => !besides.without.has(componentKey(one)))
  const chosen = adopted(kept, catalogue, besides.notes)
  const repository = repositoryOf(read)
  const todos = new Map<string, string[]>()
  for (const { component, why, fix } of [...importing.notes, ...besides.notes]) {
    const known = component === undefined ? [] : (todos.get(component) ?? [])
    const todo = `${why}: ${fix}`
    if (component !== undefined && !known.includes(todo)) todos.set(component, [...known, todo])
  }
  return {
    repository: repository ?? { url: 'https://github.com/example/platform', branch: 'main' },
    isRepositoryKnown: repository !== undefined,
    from: read.folder.name,
    components: chosen,
    clusters: clusters.map((cluster) => draftCluster(cluster, chosen, catalogue, importing)),
    exceptions: besides.exceptions,
    todos,
  }
}

const draftCluster = (
  cluster: ImportedCluster,
  components: readonly DraftComponent[],
  catalogue: ReadonlyMap<string, CatalogueRelease>,
  { read }: Importing,
): DraftCluster => {
  const { name } = cluster
  const own = components.filter(({ clusters }) => clusters.has(name))
  const needs = new Map(own.map((one) => [one, needsOf(one, name, catalogue)]))
  const namespaces = [...new Set(own.map(({ namespace }) => namespace))].sort()
  const required = (namespace: string) =>
    [...needs].flatMap(([one, { secrets }]) => (one.namespace === namespace ? secrets : []))
  return {
    name,
    environment: environmentName(name),
    traits: traitsOf(read, own),
    storageClasses: storageClassesOf(own, name),
    crds: openGroups([...needs.values()]),
    namespaces: new Map(namespaces.map((one) => [one, draftNamespace(one, cluster, own, required(one))])),
  }
}
