import type { ChangeGroup } from '../../compare/review.ts'

/**
 * By what addresses name groups, in their order: `prod/web`, or with the first cluster where several have that, or with the
 * namespace too. The same change has the same address in the next review, unless others come that are like it.
 */
export const groupIds = (groups: readonly ChangeGroup[]): readonly string[] => {
  const choices = groups.map(choicesFor)
  const counts = new Map<string, number>()
  for (const id of choices.flat()) counts.set(id, (counts.get(id) ?? 0) + 1)
  const taken = new Set<string>()
  return choices.map((some, index) => {
    const free = some.find((id) => counts.get(id) === 1) ?? `${some.at(-1)}/${index + 1}`
    const id = taken.has(free) ? `${free}/${index + 1}` : free
    taken.add(id)
    return id
  })
}

const choicesFor = ({ environment, component, clusters, namespaces }: ChangeGroup): readonly string[] => {
  const short = `${environment}/${component}`
  const withCluster = `${short}/${clusters[0] ?? ''}`
  return [short, withCluster, `${withCluster}/${namespaces[0] ?? ''}`]
}
