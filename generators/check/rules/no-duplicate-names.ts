import { isRecord } from '../../fleet/checks/check.ts'
import { at } from '../../plan/values.ts'
import type { Problem } from '../../problem.ts'
import { leavesIn } from '../leaves.ts'
import { objectsOf, type PlacedObject, type PlacedValues, valuesOf } from '../objects.ts'
import { containersOf, podOf, recordsIn } from '../pods.ts'
import type { Rule } from '../rule.ts'

export const noDuplicateNames: Rule = {
  name: 'no-duplicate-names',
  because:
    'a chart added a variable that it sets itself already: Flux refused the list, and Argo CD took either of the two',
  check: ({ placements, once }) =>
    placements.flatMap((placement) => {
      const placed = valuesOf(placement)
      if (placed === undefined) return objectsOf(placement).flatMap(inObject)
      return once(placement, leavesIn).some(({ key }) => key === 'name')
        ? repeatedIn(placed.values, []).map((one) => told(one, placement.name, placed.place))
        : []
    }),
}

interface Repeated {
  readonly name: string
  readonly path: readonly string[]
}

const told = ({ name, path }: Repeated, what: string, place: PlacedValues['place']): Problem => ({
  rule: noDuplicateNames.name,
  place: place(path),
  reason: `${path.slice(0, -1).join('.')} of ${what} names ${name} twice`,
  fix: 'keep one of the two',
})

/** Lists whose entries Kubernetes knows by their names. */
const named = /(^|[a-z])(env|envs|envVars|extraVars|volumes|containers|imagePullSecrets)$/i

const repeatedIn = (value: unknown, path: readonly string[]): readonly Repeated[] => {
  if (Array.isArray(value)) {
    return [
      ...(named.test(path.at(-1) ?? '') ? repeats(value, path) : []),
      ...value.flatMap((one, index) => repeatedIn(one, [...path, String(index)])),
    ]
  }
  return isRecord(value) ? Object.entries(value).flatMap(([key, inner]) => repeatedIn(inner, [...path, key])) : []
}

const repeats = (list: unknown, path: readonly string[]): readonly Repeated[] => {
  const seen = new Set<unknown>()
  return recordsIn(list).flatMap(({ record: { name }, index }) => {
    if (typeof name !== 'string') return []
    if (seen.has(name)) return [{ name, path: [...path, String(index)] }]
    seen.add(name)
    return []
  })
}

/** What its schema does not tell: a name that two kinds of container share, ports of one name. */
const inObject = ({ object, place }: PlacedObject): readonly Problem[] => {
  const what = `${object.kind} ${object.metadata.name}`
  const pod = podOf(object)
  const containers = pod === undefined ? [] : containersOf(pod)
  const ports = containers.flatMap(({ container, path }) => repeats(container.ports, [...path, 'ports']))
  const service = object.kind === 'Service' ? repeats(at(object.spec, 'ports'), ['spec', 'ports']) : []
  const across = containers.flatMap(({ name, path }, index) =>
    containers.slice(0, index).some((one) => one.name === name && one.path.at(-2) !== path.at(-2))
      ? [{ name, path }]
      : [],
  )
  return [...ports, ...service, ...across].map((one) => told(one, what, place))
}
