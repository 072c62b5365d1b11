import type { OptionChecks } from './checks/check.ts'
import { listOf } from './checks/check.ts'
import { dataMap } from './checks/plain-data.ts'
import { objectName, version } from './checks/scalars.ts'
import type {
  CommonOptions,
  Component,
  Definition,
  HelmDefinition,
  HelmOptions,
  ManifestsDefinition,
  Options,
} from './component.ts'

/** A function that places a component: `loki()`, `loki({ size: '50Gi' })`. Its definition can be read off it. */
export type Place<O> = ((options?: O) => Component) & { readonly definition: Definition }

const commonChecks: OptionChecks<CommonOptions> = { name: objectName, after: listOf(objectName) }
const helmChecks: OptionChecks<HelmOptions> = { ...commonChecks, version, values: dataMap }

/** Checks of a Helm component's own options, without those that every such component has. */
export type OwnChecks<O> = OptionChecks<Omit<O, keyof HelmOptions>>

/** The same of a component of plain objects: a version, where it has one, is an option of its own. */
export type PlainChecks<O> = OptionChecks<Omit<O, keyof CommonOptions>>

/** Makes a component out of a Helm release. Without options of its own it takes `version` and `values` alone. */
export const helmComponent = <O extends HelmOptions>(
  definition: Omit<HelmDefinition<O>, 'kind' | 'options'> & { readonly options: OwnChecks<O> },
): Place<O> => placing({ ...definition, kind: 'helm', options: { ...helmChecks, ...definition.options } })

/** Makes a component out of Kubernetes objects. */
export const manifestsComponent = <O extends CommonOptions>(
  definition: Omit<ManifestsDefinition<O>, 'kind' | 'options'> & { readonly options: PlainChecks<O> },
): Place<O> => placing({ ...definition, kind: 'manifests', options: { ...commonChecks, ...definition.options } })

const placing = <O>(definition: Definition): Place<O> =>
  Object.assign((options?: O): Component => ({ definition, options: (options ?? {}) as Options }), { definition })
