import type { Thing } from './telling.ts'

/** Steps that say where something is written, not what it is of. */
const fillers =
  /^(analytics|containers|data|deployment|initContainers|pod|resources|spec|template|tsdb|values|volumeClaimTemplates?)$|(Spec|_config|[cC]onfig|[pP]ersistence|[sS]torage)$|\.(json|toml|ya?ml)$/

/** Of which part of a component a value is, with a blank behind it: `prometheus `, `grafana sidecar `. Empty for all of it. */
export const partOf = (path: readonly string[], { component, object }: Thing): string => {
  const steps = path.map((step) => step.replace(/^\[(.*)\]$/, '$1')).filter((step) => !fillers.test(step))
  const name = object?.identity.name
  const named = name === undefined || name === component || steps.includes(name) ? steps : [name, ...steps]
  return named
    .filter((step) => step !== component)
    .map((step) => `${step} `)
    .join('')
}
