import { grouped } from '../../grouped.ts'
import type { KubernetesObject } from '../../kubernetes-object.ts'
import type { ObjectChange } from '../change.ts'
import { dashboardsIn } from './dashboards.ts'
import { rulesIn, said } from './rules.ts'
import { listed } from './shown.ts'

/** `2 alerts added: A, B`, `dashboard flux added`, `3 NetworkPolicies added: a, b, c`, of objects that come or go whole. */
export const wholeObjectWords = (objects: readonly ObjectChange[]): readonly string[] =>
  (['added', 'removed'] as const).flatMap((what) => {
    const whole = objects.flatMap((one) => (one.what === what ? [(one.after ?? one.before)!] : []))
    const rules = whole.flatMap(rulesOf)
    const dashboards = whole.flatMap(dashboardsIn)
    const others = whole.filter((object) => rulesOf(object).length + dashboardsIn(object).length === 0)
    return [
      ...said(rules, what),
      ...(dashboards.length === 0
        ? []
        : [`${dashboards.length === 1 ? 'dashboard' : 'dashboards'} ${listed(dashboards)} ${what}`]),
      ...[...grouped(others, ({ kind }) => kind)].map(([kind, those]) => kindWords(kind, those, what)),
    ]
  })

const rulesOf = (object: KubernetesObject) => (object.kind === 'PrometheusRule' ? rulesIn(object.spec) : [])

const kindWords = (kind: string, objects: readonly KubernetesObject[], what: string): string => {
  const names = objects.map(({ metadata }) => metadata.name)
  return names.length === 1
    ? `${kind} ${names[0]} ${what}`
    : `${names.length} ${plural(kind)} ${what}: ${listed(names)}`
}

/** What there is, by kind: `Deployment, 2 Services`. */
export const inventory = (objects: readonly KubernetesObject[]): readonly string[] =>
  [...grouped(objects, ({ kind }) => kind)].map(([kind, those]) =>
    those.length === 1 ? kind : `${those.length} ${plural(kind)}`,
  )

const plural = (kind: string): string =>
  /[^aeiou]y$/.test(kind) ? `${kind.slice(0, -1)}ies` : /(s|ss|x)$/.test(kind) ? `${kind}es` : `${kind}s`
