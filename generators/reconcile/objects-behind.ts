import { type KubernetesObject, objectName } from '../kubernetes-object.ts'
import { type Kubectl, Refusal } from '../output/kubectl.ts'
import { at } from '../plan/values.ts'
import type { Standing } from './standing.ts'
import { builtInKinds, unreadiness } from './unready.ts'

/**
 * The objects for which those wait that are not ready, each with what keeps it from being so: an engine says only that it
 * waits. A cluster that does not answer any more is no reason to withhold what is known.
 *
 * @param applied the Kustomizations, releases or Applications of the cluster
 */
export const objectsBehind = async (
  ask: Kubectl,
  unready: readonly Standing[],
  applied: readonly KubernetesObject[],
): Promise<readonly Standing[]> => {
  if (unready.length === 0) return []
  const waiting = applied.filter((one) => unready.some(({ name }) => name === objectName(one)))
  const kinds = [...new Set([...builtInKinds, ...waiting.flatMap(customKinds)])]
  const objects = await objectsOf(ask, kinds)
  const pods = objects.filter(({ kind }) => kind === 'Pod')
  return objects.flatMap((object): readonly Standing[] => {
    const owner = unready.find(({ name }) => brought(name, object))
    const message = owner && unreadiness(object, pods)
    return message === undefined ? [] : [{ ...owner!, name: objectName(object), state: 'waiting', message }]
  })
}

const objectsOf = async (ask: Kubectl, kinds: readonly string[]): Promise<readonly KubernetesObject[]> => {
  try {
    return JSON.parse(await ask(['get', kinds.join(), '--all-namespaces', '-o', 'json'])).items
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return []
  }
}

/** Whether an object was brought by whom this names, as Flux and Argo CD mark what they apply. */
const brought = (name: string, { metadata: { labels = {}, annotations = {} } }: KubernetesObject): boolean => {
  const by = (controller: string): string =>
    `${labels[`${controller}.toolkit.fluxcd.io/namespace`]}/${labels[`${controller}.toolkit.fluxcd.io/name`]}`
  const [application] = annotations['argocd.argoproj.io/tracking-id']?.split(':') ?? []
  return (
    name === `Kustomization ${by('kustomize')}` ||
    name === `HelmRelease ${by('helm')}` ||
    (application !== undefined && name.startsWith('Application ') && name.endsWith(`/${application}`))
  )
}

/** Custom resources among what it applied, as kubectl takes them. Those of Flux and Argo CD stand for themselves. */
const customKinds = (one: KubernetesObject): readonly string[] =>
  [...inventoryOf(one), ...resourcesOf(one)].flatMap(({ group, kind }) =>
    group.includes('.') && !/(^|\.)k8s\.io$|\.fluxcd\.io$|^argoproj\.io$/.test(group)
      ? [`${kind}.${group}`.toLowerCase()]
      : [],
  )

interface GroupKind {
  readonly group: string
  readonly kind: string
}

/** Flux notes what it applied as `<namespace>_<name>_<group>_<kind>`. */
const inventoryOf = ({ status }: KubernetesObject): readonly GroupKind[] =>
  ((at(status, 'inventory.entries') ?? []) as readonly { readonly id: string }[]).map(({ id }) => {
    const [kind = '', group = ''] = id.split('_').reverse()
    return { group, kind }
  })

const resourcesOf = ({ status }: KubernetesObject): readonly GroupKind[] =>
  ((at(status, 'resources') ?? []) as readonly Partial<GroupKind>[]).map(({ group = '', kind = '' }) => ({
    group,
    kind,
  }))
