import { recordsIn } from '../../check/pods.ts'
import { at } from '../../plan/values.ts'
import type { ObjectChange } from '../change.ts'
import { about, type Finding, type Hazard } from './hazard.ts'
import { listed } from './listed.ts'

/** An AppProject of Argo CD allows its Applications more than before. */
export const widerProject: Hazard = {
  name: 'wider-project',
  among: ({ objects }) => objects.flatMap(inProject),
}

const inProject = (one: ObjectChange): readonly Finding[] => {
  const { before, after } = one
  if (before?.kind !== 'AppProject' || after?.kind !== 'AppProject') return []
  const gained = [...allowedNewly(before.spec, after.spec), ...forbiddenNoMore(before.spec, after.spec)]
  return gained.length === 0 ? [] : [about(one, `allows ${listed(gained)}`, because)]
}

const because =
  'Whoever may write to those repositories or change its Application can bring that into the cluster. Check that each of them is needed.'

const lists: Readonly<Record<string, string>> = {
  sourceRepos: 'sources from',
  sourceNamespaces: 'Applications in',
  destinations: 'to write to',
  clusterResourceWhitelist: 'objects of the whole cluster:',
}

const allowedNewly = (before: unknown, after: unknown): readonly string[] => [
  ...Object.entries(lists).flatMap(([list, what]) => added(list, before, after).map((one) => `${what} ${one}`)),
  // Without the list, everything in namespaces is allowed.
  ...(at(before, inNamespaces) === undefined ? [] : namespacedNewly(before, after)),
]

const inNamespaces = 'namespaceResourceWhitelist'

const namespacedNewly = (before: unknown, after: unknown): readonly string[] =>
  at(after, inNamespaces) === undefined
    ? ['every kind of object in namespaces']
    : added(inNamespaces, before, after).map((one) => `objects in namespaces: ${one}`)

const forbiddenNoMore = (before: unknown, after: unknown): readonly string[] =>
  ['clusterResourceBlacklist', 'namespaceResourceBlacklist'].flatMap((list) =>
    added(list, after, before).map((one) => `what it forbade: ${one}`),
  )

const added = (list: string, before: unknown, after: unknown): readonly string[] => {
  const known = entries(at(before, list))
  return entries(at(after, list)).filter((entry) => !known.some((one) => covers(one, entry)))
}

/** Repositories and namespaces are texts; destinations and kinds are pairs. */
const entries = (list: unknown): readonly string[] => {
  if (!Array.isArray(list)) return []
  return [
    ...list.filter((one) => typeof one === 'string'),
    ...recordsIn(list).map(({ record: { group, kind, server, name, namespace } }) =>
      kind === undefined ? `${namespace ?? '*'} of ${server ?? name ?? '*'}` : `${group || 'core'}/${kind}`,
    ),
  ]
}

const covers = (pattern: string, entry: string): boolean => {
  if (pattern === entry) return true
  const escaped = pattern.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${escaped.join('.*')}$`).test(entry)
}
