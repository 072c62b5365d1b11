import type { Owner } from '../clusters/reconcile.ts'
import type { Note } from '../note.ts'
import { componentKey, type DraftComponent } from './component.ts'

/** What the repository says about a component of a cluster and its order. */
export interface Waiting {
  readonly component: string
  readonly owner: Owner
  /** Keys of HelmReleases. */
  readonly dependsOn: readonly string[]
  /** Its own key as a HelmRelease. */
  readonly release?: string
}

/** `dependsOn` of HelmReleases and Kustomizations as `after`, within a namespace; across namespaces it is told. */
export const ordered = (
  components: readonly DraftComponent[],
  waiting: ReadonlyMap<string, readonly Waiting[]>,
  notes: Note[],
): readonly DraftComponent[] =>
  components.map((component) => {
    const there = new Set<string>()
    const clusters = [...component.clusters.keys()].map((cluster) => {
      const others = othersBefore(component, components, waiting.get(cluster) ?? [])
      for (const other of others)
        if (other.namespace !== component.namespace && !isWired(component, other)) there.add(componentKey(other))
      return [
        cluster,
        others.flatMap(({ namespace, name }) => (namespace === component.namespace ? [name] : [])).sort(),
      ] as const
    })
    if (there.size > 0) notes.push(acrossNamespaces(component, [...there]))
    return { ...component, clusters: new Map(clusters) }
  })

const othersBefore = (
  component: DraftComponent,
  components: readonly DraftComponent[],
  waiting: readonly Waiting[],
): readonly DraftComponent[] => {
  const own = componentKey(component)
  const keys = new Set(waiting.filter((one) => one.component === own).flatMap((one) => beforeIt(one, waiting)))
  return components.filter((one) => keys.has(componentKey(one)) && one !== component)
}

const beforeIt = ({ owner, dependsOn }: Waiting, all: readonly Waiting[]): readonly string[] =>
  all
    .filter(
      (one) =>
        (one.release !== undefined && dependsOn.includes(one.release)) || owner.dependsOn.includes(one.owner.key),
    )
    .map(({ component }) => component)

/** Custom resources wait for their definitions, wherever these come from. */
const isWired = ({ content }: DraftComponent, { provides }: DraftComponent): boolean =>
  content.kind === 'manifests' && provides.some((group) => content.requires.includes(group))

const acrossNamespaces = (component: DraftComponent, others: readonly string[]): Note => ({
  kind: 'decide',
  origin: component.origin,
  what: componentKey(component),
  why: `waits for ${others.slice(0, 5).join(', ')}${others.length > 5 ? ` and ${others.length - 5} more` : ''} in another namespace, and the draft does not`,
  fix: 'say what it requires and the other provides, where its Pods cannot wait by themselves',
  component: componentKey(component),
})
