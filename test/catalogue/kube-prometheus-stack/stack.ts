import { kubePrometheusStack } from '../../../generators/catalogue/kube-prometheus-stack/kube-prometheus-stack.ts'
import type { KubePrometheusStackOptions } from '../../../generators/catalogue/kube-prometheus-stack/options.ts'
import type { Capability, CapabilityKind, CapabilityOf, Requirement } from '../../../generators/fleet/capability.ts'
import type { HelmDefinition, Options, Values, Where } from '../../../generators/fleet/component.ts'
import { evaluate, nothingFound } from '../../../generators/plan/evaluate.ts'
import { difference, merge } from '../../../generators/plan/values.ts'

export const definition = kubePrometheusStack.definition as HelmDefinition<KubePrometheusStackOptions>

const whereOf = (where: Partial<Where>): Where => ({
  name: 'kube-prometheus-stack',
  namespace: 'monitoring',
  exposes: [],
  found: nothingFound,
  ...where,
})

/** A place in which these capabilities of one kind were found. */
export const finding = <K extends CapabilityKind>(
  kind: K,
  ...capabilities: readonly CapabilityOf<K>[]
): Partial<Where> => ({
  found: {
    ...nothingFound,
    all: ((asked: string) => (asked === kind ? capabilities : undefined)) as Where['found']['all'],
  },
})

const withDefaults = (options: KubePrometheusStackOptions): Options =>
  merge((definition.defaults ?? {}) as Options, options as Options)

/** The values of the options alone, without defaults. */
export const bareValues = (options: KubePrometheusStackOptions, where: Partial<Where> = {}): Values => {
  const effective = evaluate(definition, options as Options, whereOf(where))
  return effective.kind === 'helm' ? effective.values : {}
}

/** The values of the options over the defaults, as Helm would get them. */
export const stackValues = (options: KubePrometheusStackOptions = {}, where: Partial<Where> = {}): Values =>
  bareValues(withDefaults(options), where)

/** What the options say, beyond what always stands in the values. */
export const said = (options: KubePrometheusStackOptions, where: Partial<Where> = {}): Values =>
  difference(bareValues({}), bareValues(options, where))

export const provided = (options: KubePrometheusStackOptions = {}, where: Partial<Where> = {}): readonly Capability[] =>
  definition.provides?.(withDefaults(options), whereOf(where)) ?? []

export const required = (options: KubePrometheusStackOptions = {}): readonly Requirement[] =>
  definition.requires?.(withDefaults(options), whereOf({})) ?? []
