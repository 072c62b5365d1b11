import { nearest } from '../../nearest.ts'
import type { Problem } from '../../problem.ts'
import { type OwnKustomization, ownKustomizations } from '../flux-kustomizations.ts'
import { ownedObjects } from '../owned-objects.ts'
import { recordsIn } from '../pods.ts'
import type { Rule, Subject } from '../rule.ts'

export const healthOfSomething: Rule = {
  name: 'health-of-something',
  because: 'a Kustomization waited for the health of a Deployment, or for another Kustomization, that nobody rendered',
  check: (subject) => {
    const own = ownKustomizations(subject.cluster.placements)
    if (own.length === 0) return []
    return own.flatMap((one) => [...checks(one, subject), ...dependencies(one, subject), ...circle(one, own)])
  },
}

/** What Flux itself has in every cluster. */
const bootstrapped = ['Kustomization flux-system/flux-system']

const namesIn = (subject: Subject): readonly string[] => [
  ...bootstrapped,
  ...ownedObjects(subject).flatMap(({ objects }) => objects.map(({ name }) => name)),
]

/** What a person's own folder or another repository brings is not known here. */
const checks = (one: OwnKustomization, subject: Subject): readonly Problem[] => {
  const isKnown = subject.cluster.placements.some(({ layer }) => layer.folder === one.folder)
  const tell = (index: number, reason: string, fix: string): Problem => ({
    rule: healthOfSomething.name,
    place: one.place(['spec', 'healthChecks', String(index)]),
    reason: `Kustomization ${one.name} ${reason}`,
    fix,
  })
  const healthChecks = recordsIn(one.spec.healthChecks)
  if (one.spec.wait === true && healthChecks.length > 0) {
    return [tell(0, 'names health checks, which Flux ignores beside wait: true', 'remove one of the two')]
  }
  const names = isKnown ? namesIn(subject) : []
  return (isKnown ? healthChecks : []).flatMap(({ record, index }) => {
    const name = `${record.kind} ${record.namespace ?? one.namespace}/${record.name}`
    if (names.includes(name)) return []
    const guess = nearest(name, names)
    return [
      tell(
        index,
        `waits for the health of ${name}, which nobody renders`,
        guess === undefined ? 'remove it' : `write ${guess}`,
      ),
    ]
  })
}

const dependencies = ({ name, namespace, spec, place }: OwnKustomization, subject: Subject): readonly Problem[] =>
  recordsIn(spec.dependsOn).flatMap(({ record, index }) => {
    const wanted = `Kustomization ${record.namespace ?? namespace}/${record.name}`
    const names = namesIn(subject).filter((one) => one.startsWith('Kustomization '))
    if (names.includes(wanted)) return []
    const guess = nearest(wanted, names)
    return [
      {
        rule: healthOfSomething.name,
        place: place(['spec', 'dependsOn', String(index)]),
        reason: `Kustomization ${name} waits for ${wanted}, which nobody renders`,
        fix: guess === undefined ? 'remove it' : `write ${guess}`,
      },
    ]
  })

/** Components never wait for what a person wrote, so that a circle can only be among those. */
const circle = (first: OwnKustomization, own: readonly OwnKustomization[]): readonly Problem[] => {
  const back = wayBack(first, [first], own)
  // Told once, at the first of them by name.
  if (back === undefined || back.some(({ name }) => name < first.name)) return []
  return [
    {
      rule: healthOfSomething.name,
      place: first.place(['spec', 'dependsOn']),
      reason: `Kustomizations wait for each other for ever: ${[...back, first].map(({ name }) => name).join(' → ')}`,
      fix: 'remove one of these from dependsOn',
    },
  ]
}

const wayBack = (
  first: OwnKustomization,
  path: readonly OwnKustomization[],
  own: readonly OwnKustomization[],
): readonly OwnKustomization[] | undefined => {
  for (const next of after(path.at(-1)!, own)) {
    if (next === first) return path
    const further = path.includes(next) ? undefined : wayBack(first, [...path, next], own)
    if (further !== undefined) return further
  }
  return undefined
}

const after = ({ spec, namespace }: OwnKustomization, own: readonly OwnKustomization[]) =>
  recordsIn(spec.dependsOn).flatMap(
    ({ record }) =>
      own.find((one) => one.name === record.name && one.namespace === (record.namespace ?? namespace)) ?? [],
  )
