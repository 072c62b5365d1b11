import type { ClusterPlan, Dependency, Placement } from '../../plan/placement.ts'
import { at } from '../../plan/values.ts'
import type { Problem } from '../../problem.ts'
import { objectsOf } from '../objects.ts'
import type { Rule } from '../rule.ts'

export const crdFirst: Rule = {
  name: 'crd-first',
  because:
    'a custom resource stood beside its definition: the whole folder was refused, the definition with it, for ever',
  check: ({ cluster }) => {
    const providers = providersOf(cluster)
    return providers.size === 0 ? [] : cluster.placements.flatMap((one) => tooEarly(one, providers, cluster))
  },
}

/** Who brings the definitions of an API group. */
type Providers = ReadonlyMap<string, Placement>

const providersOf = ({ placements }: ClusterPlan): Providers =>
  new Map(placements.flatMap((placement) => groupsOf(placement).map((group) => [group, placement] as const)))

const groupsOf = (placement: Placement): readonly string[] => [
  ...placement.provides.flatMap((one) => (one.kind === 'crd' ? [one.group] : [])),
  ...objectsOf(placement).flatMap(({ object }) =>
    object.kind === 'CustomResourceDefinition' ? [String(at(object.spec, 'group'))] : [],
  ),
]

const tooEarly = (placement: Placement, providers: Providers, cluster: ClusterPlan): readonly Problem[] =>
  objectsOf(placement).flatMap(({ object, place }): readonly Problem[] => {
    const [group = ''] = object.apiVersion.split('/')
    const provider = object.apiVersion.includes('/') ? providers.get(group) : undefined
    const what = `${object.kind} ${object.metadata.name}`
    if (provider === placement) {
      return [
        {
          rule: crdFirst.name,
          place: place(),
          reason: `${what} stands beside the definitions of ${group}, and the API server refuses both together`,
          fix: `move it into a component of its own that requires { kind: 'crd', group: '${group}' }`,
        },
      ]
    }
    if (provider === undefined || isAfter(placement, provider, cluster)) return []
    return [
      {
        rule: crdFirst.name,
        place: place(),
        reason: `${what} may come before ${provider.name}, which brings the definitions of ${group}`,
        fix: `say that ${placement.name} requires them: requires: () => [{ kind: 'crd', group: '${group}' }]`,
      },
    ]
  })

/** Whether one waits for the other, by whatever way. */
const isAfter = (placement: Placement, other: Placement, { placements }: ClusterPlan): boolean => {
  const seen = new Set<string>()
  const reaches = (dependencies: readonly Dependency[]): boolean =>
    dependencies.some(({ name, namespace }) => {
      if (name === other.name && namespace === other.namespace.name) return true
      const key = `${namespace}/${name}`
      if (seen.has(key)) return false
      seen.add(key)
      const next = placements.find((one) => one.name === name && one.namespace.name === namespace)
      return next !== undefined && reaches(next.dependsOn)
    })
  return reaches(placement.dependsOn)
}
