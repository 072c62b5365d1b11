import { anything, oneOf } from '../../generators/fleet/checks/check.ts'
import { flux } from '../../generators/fleet/cluster.ts'
import type { CommonOptions, HelmOptions, Options, Placeable } from '../../generators/fleet/component.ts'
import { helmComponent, manifestsComponent } from '../../generators/fleet/define-component.ts'
import { environment } from '../../generators/fleet/environment.ts'
import { defineFleet, type Fleet } from '../../generators/fleet/fleet.ts'
import { type NamespaceSettings, namespace } from '../../generators/fleet/namespace.ts'
import { note, sender, store } from './fleets.ts'

/** A fleet as plain data, so that it can be printed when a property fails, put into another order, or grow. */
export interface FleetModel {
  readonly base: OptionsByName
  readonly environments: Readonly<Record<string, { readonly storageClass: string; readonly options: OptionsByName }>>
  readonly clusters: Readonly<Record<string, ClusterModel>>
}

export interface ClusterModel {
  readonly environment: string
  readonly storageClass: string | undefined
  readonly namespaces: Readonly<Record<string, NamespaceModel>>
}

export interface NamespaceModel {
  readonly settings: NamespaceSettings
  readonly components: OptionsByName
}

/** What is said of components, by their names. */
export type OptionsByName = Readonly<Record<string, Options>>

interface ResourceOptions extends CommonOptions {
  readonly spec?: Readonly<Record<string, unknown>>
  readonly text?: string
  readonly second?: boolean
}

/** Objects that take whatever they are told: a custom resource, a ConfigMap, and one more when asked. */
const resource = manifestsComponent<ResourceOptions>({
  name: 'resource',
  tier: 'infrastructure',
  options: { spec: anything, text: anything, second: anything },
  defaults: { spec: { list: [1, 2, 3], map: { key: 'value' } }, text: 'text' },
  objects: ({ spec, text, second }, { name }) => [
    { apiVersion: 'example.com/v1', kind: 'Values', metadata: { name }, spec },
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data: { text: text ?? '' } },
    ...(second ? [{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: `${name}-2` }, data: { text: '2' } }] : []),
  ],
  dashboards: ({ text }, { name, namespace: home }) => [{ name: `${name}-${home}`, model: { title: text } }],
})

interface ChoiceOptions extends HelmOptions {
  readonly choice?: 'left' | 'right'
}

/** A chart whose values vanish when the other choice is made: what a layer says, a lower one takes away. */
const choice = helmComponent<ChoiceOptions>({
  name: 'choice',
  tier: 'apps',
  chart: { name: 'choice', url: 'oci://registry.example/charts/choice', version: '1.2.3' },
  options: { choice: oneOf('choice', 'choice', ['left', 'right']) },
  defaults: { choice: 'left' },
  values: ({ choice: chosen }) =>
    chosen === 'right'
      ? { both: { right: [1] }, rightOnly: { deep: { down: 'right' } } }
      : { both: { left: { deep: 'left' } }, leftOnly: ['left'] },
})

/** The components of these fleets by name. Two of them are of a kind, so that a name can differ from its definition's. */
const components: Readonly<Record<string, (options: Options) => Placeable>> = {
  store: (options) => store(options),
  'store-of-another-name': (options) => store({ ...options, name: 'store-of-another-name' }),
  sender: (options) => sender(options),
  note: (options) => note(options),
  resource: (options) => resource(options),
  choice: (options) => choice(options),
}

export const toFleet = ({ base, environments, clusters }: FleetModel): Fleet =>
  defineFleet({
    repository: { url: 'https://github.com/example/platform', branch: 'main' },
    base: placed(running(base, Object.values(clusters))),
    environments: Object.fromEntries(
      Object.entries(environments).map(([name, { storageClass, options }]) => {
        const members = Object.values(clusters).filter((one) => one.environment === name)
        return [name, environment({ storageClass }, placed(running(options, members)))]
      }),
    ),
    clusters: Object.fromEntries(
      Object.entries(clusters).map(([name, { namespaces, environment: home, storageClass }]) => [
        name,
        flux({
          environment: home,
          distribution: 'k3s',
          network: 'flannel',
          crds: ['example.com'],
          ...(storageClass === undefined ? {} : { storageClass }),
          namespaces: Object.fromEntries(
            Object.entries(namespaces).map(([home, { settings, components }]) => [
              home,
              namespace(settings, placed(components)),
            ]),
          ),
        }),
      ]),
    ),
  })

const placed = (options: OptionsByName): readonly Placeable[] =>
  Object.entries(options).flatMap(([name, said]) => components[name]?.(said) ?? [])

/** Options that reach nobody are a problem, and these fleets have none. */
const running = (options: OptionsByName, clusters: readonly ClusterModel[]): OptionsByName => {
  const names = new Set(
    clusters.flatMap(({ namespaces }) => Object.values(namespaces).flatMap((one) => Object.keys(one.components))),
  )
  return Object.fromEntries(Object.entries(options).filter(([name]) => names.has(name)))
}
