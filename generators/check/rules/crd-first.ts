import { engineCrds } from '../../plan/answer.ts'
import type { ClusterPlan, Dependency, Placement } from '../../plan/placement.ts'
import { at } from '../../plan/values.ts'
import { type Place, type Problem, placeName } from '../../problem.ts'
import { objectsOf } from '../objects.ts'
import type { Rule } from '../rule.ts'

export const crdFirst: Rule = {
  name: 'crd-first',
  because:
    'a custom resource stood beside its definition: the whole folder was refused, the definition with it, for ever',
  check: ({ cluster }) => {
    const providers = providersOf(cluster)
    return cluster.placements.flatMap((one) => tooEarly(one, providers, cluster))
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
    const [group = ''] = object.apiVersion.includes('/') ? object.apiVersion.split('/') : []
    const provider = providers.get(group)
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
    if (provider === undefined) return isThere(group, placement) ? [] : [missing(what, group, place(), cluster)]
    if (isAfter(placement, provider, cluster)) return []
    return [
      {
        rule: crdFirst.name,
        place: place(),
        reason: `${what} may come before ${provider.name}, which brings the definitions of ${group}`,
        fix: `say that ${placement.name} requires them: requires: () => [{ kind: 'crd', group: '${group}' }]`,
      },
    ]
  })

/** Kubernetes itself has it, the engine brings it, the fleet says so; or else it is told where it is required. */
const isThere = (group: string, { cluster, requires }: Placement): boolean =>
  !group.includes('.') ||
  builtIn.test(group) ||
  [...cluster.crds, ...engineCrds[cluster.engine]].includes(group) ||
  requires.some((one) => one.kind === 'crd' && one.group === group)

const builtIn =
  /^(admissionregistration|apiextensions|apiregistration|authentication|authorization|certificates|coordination|discovery|events|flowcontrol\.apiserver|internal\.apiserver|networking|node|rbac\.authorization|resource|scheduling|storage|storagemigration)\.k8s\.io$/

const missing = (what: string, group: string, place: Place, { cluster }: ClusterPlan): Problem => ({
  rule: crdFirst.name,
  place,
  reason: `${what} is of ${group}, and nothing brings the definitions of that to ${cluster.name}`,
  fix: `add a component that does, or say that they are there: crds: ['${group}'] in ${placeName(cluster.place)}`,
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
