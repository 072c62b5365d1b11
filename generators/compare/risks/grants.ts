import { recordsIn } from '../../check/pods.ts'

/** One thing that a rule of a Role allows. */
export interface Grant {
  readonly verb: string
  /** Empty for Kubernetes' own core, `*` for all. Undefined for a path that is no resource. */
  readonly group?: string
  /** A resource (`pods`, `pods/exec`, `*`), or a path of the API server (`/metrics`). */
  readonly on: string
  /** The one object that it is about. Undefined: all of them. */
  readonly name?: string
}

/** Everything that rules allow: those of a Role, or of a chart that makes one. */
export const grantsIn = (rules: unknown): readonly Grant[] =>
  recordsIn(rules).flatMap(({ record: { apiGroups, nonResourceURLs, resourceNames, resources, verbs } }) => {
    const names = texts(resourceNames)
    const targets: readonly Omit<Grant, 'verb'>[] = [
      ...texts(apiGroups).flatMap((group) => texts(resources).map((on) => ({ group, on }))),
      ...texts(nonResourceURLs).map((on) => ({ on })),
    ]
    return texts(verbs).flatMap((verb) =>
      targets.flatMap((target): readonly Grant[] =>
        names.length === 0 ? [{ verb, ...target }] : names.map((name) => ({ verb, ...target, name })),
      ),
    )
  })

const texts = (list: unknown): readonly string[] => (Array.isArray(list) ? list.map(String) : [])

/** Those that nothing before allowed. */
export const newGrants = (before: readonly Grant[], after: readonly Grant[]): readonly Grant[] =>
  after.filter((grant) => !before.some((known) => covers(known, grant)))

const covers = (known: Grant, grant: Grant): boolean =>
  isIn(known.verb, grant.verb) &&
  (known.name === undefined || known.name === grant.name) &&
  (known.group === undefined || grant.group === undefined
    ? known.group === grant.group && isPathIn(known.on, grant.on)
    : isIn(known.group, grant.group) && (isIn(known.on, grant.on) || isPartIn(known.on, grant.on)))

const isIn = (known: string, one: string): boolean => known === '*' || known === one

/** `/healthz/*` is all below it. */
const isPathIn = (known: string, one: string): boolean =>
  known === one || (known.endsWith('*') && one.startsWith(known.slice(0, -1)))

/** `*` and a subresource, such as `scale`, is that of every kind. */
const isPartIn = (known: string, one: string): boolean => known.startsWith('*/') && one.endsWith(known.slice(1))

/** For people: `get and list secrets; create pods/exec`. */
export const grantsText = (grants: readonly Grant[], listed: (words: readonly string[]) => string): string => {
  const verbs = collected(
    grants.map((grant) => [targetText(grant), grant.verb === '*' ? 'do everything with' : grant.verb]),
  )
  const targets = collected([...verbs].map(([target, words]) => [listed(words), target]))
  return [...targets].map(([words, on]) => `${words} ${listed(on)}`).join('; ')
}

const targetText = ({ group, on, name }: Grant): string => {
  if (group === '*' && on === '*') return 'everything'
  const resource = group === undefined || group === '' ? (on === '*' ? 'everything of the core' : on) : `${group}/${on}`
  return name === undefined ? resource : `${resource} ${name}`
}

/** The second of each pair, by the first. */
const collected = (pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, readonly string[]> => {
  const all = new Map<string, string[]>()
  for (const [key, value] of pairs) all.set(key, [...(all.get(key) ?? []), value])
  return all
}
