import type { Capability, CapabilityKind, CapabilityOf } from '../../generators/fleet/capability.ts'
import type { ManifestsDefinition, Where } from '../../generators/fleet/component.ts'
import type { Place } from '../../generators/fleet/define-component.ts'
import type { KubernetesObject } from '../../generators/kubernetes-object.ts'
import { evaluate } from '../../generators/plan/evaluate.ts'
import { at, merge } from '../../generators/plan/values.ts'
import { where } from './where.ts'

/** What a component of plain objects makes of options over its defaults, in the namespace `monitoring`. */
export const made = <O>(place: Place<O>, options: O = {} as O, here: Where = where(place.definition.name)) => {
  const definition = place.definition as ManifestsDefinition
  const all = merge(definition.defaults ?? {}, options as Record<string, unknown>)
  const effective = evaluate(definition, all, here)
  if (effective.kind !== 'manifests') throw new Error(`${definition.name} is made of a chart`)
  const { objects, dashboards } = effective
  const provides: readonly Capability[] = definition.provides?.(all, here) ?? []
  const object = (kind: string): KubernetesObject => {
    const found = objects.find((one) => one.kind === kind)
    if (found === undefined) throw new Error(`no ${kind} among ${objects.map((one) => one.kind).join(', ')}`)
    return found
  }
  return {
    objects,
    dashboards,
    provides,
    requires: definition.requires?.(all, here) ?? [],
    object,
    /** What it brings of one kind. */
    brings: <K extends CapabilityKind>(kind: K) => provides.filter((one): one is CapabilityOf<K> => one.kind === kind),
    /** The only container of a workload, or the one of that name. */
    container: (kind: string, name?: string): Readonly<Record<string, unknown>> => {
      const containers = at(object(kind), 'spec.template.spec.containers') as readonly Record<string, unknown>[]
      return containers.find((one) => name === undefined || one.name === name)!
    },
    /** The files of its ConfigMap. */
    files: () => at(object('ConfigMap'), 'data') as Readonly<Record<string, string>>,
  }
}
