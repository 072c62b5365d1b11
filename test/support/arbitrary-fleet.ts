import fc from 'fast-check'
import { nastyNumber, nastyString, nastyValue } from '../output/yaml/nasty.ts'
import type { ClusterModel, FleetModel, OptionsByName } from './fleet-model.ts'

/** What strings, keys and numbers a fleet is told. */
export interface Told {
  readonly strings: fc.Arbitrary<string>
  readonly keys: fc.Arbitrary<string>
  readonly numbers: fc.Arbitrary<number>
}

/** Everything that some reader of YAML is known to stumble over. */
export const nasty: Told = { strings: nastyString, keys: nastyString, numbers: nastyNumber }

const folderNames = fc.stringMatching(/^[a-z]([a-z0-9-]{0,4}[a-z0-9])?$/)
/** Folders beside those of the environments. */
const environmentNames = folderNames.filter((name) => !['base', 'clusters', 'components'].includes(name))
const dictionary = <T>(keys: fc.Arbitrary<string>, value: fc.Arbitrary<T>, maxKeys: number, minKeys = 0) =>
  fc.dictionary(keys, value, { minKeys, maxKeys, noNullPrototype: true })

/** Options for a component of each name. */
const optionsOf = (told: Told): fc.Arbitrary<OptionsByName> => {
  const values = dictionary(told.keys, nastyValue(told), 3)
  const list = fc.array(fc.nat(4), { maxLength: 5 })
  // In an object `null` means nothing at all, and the API server drops it.
  const spec = fc
    .tuple(dictionary(told.keys, nastyValue(told).map(withoutNull), 3), fc.option(list))
    .map(([some, items]) => (items === null ? some : { ...some, list: items }))
  const version = fc.constantFrom('1.2.3', '1.3.0', '2.0.0')
  const gibibytes = fc.integer({ min: 1, max: 9 }).map((size) => `${size}Gi`)
  const some = <T>(fields: { [Key in keyof T]: fc.Arbitrary<T[Key]> }) =>
    fc.record(fields, { requiredKeys: [], noNullPrototype: true })
  const ofStore = some({ version, values, size: gibibytes, retention: fc.constantFrom('24h', '48h') })
  return fc.record({
    store: ofStore,
    'store-of-another-name': ofStore,
    sender: some({ version, values }),
    note: some({ size: gibibytes }),
    resource: some({ spec, text: told.strings, second: fc.boolean() }),
    choice: some({ choice: fc.constantFrom('left', 'right'), values }),
  })
}

const withoutNull = (value: unknown): unknown => {
  if (value === null) return false
  if (Array.isArray(value)) return value.map(withoutNull)
  if (typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutNull(inner)]))
}

/** Which components run in a namespace. A sender needs a store, and not two. */
const casts = [
  ['store', 'sender', 'resource'],
  ['store-of-another-name', 'sender', 'note'],
  ['sender', 'store', 'note', 'resource'],
  ['resource', 'choice'],
  ['note', 'choice'],
  [],
]

const namespaceSettings = fc.record(
  {
    mesh: fc.constantFrom('istio', 'none'),
    keep: fc.boolean(),
    podSecurity: fc.constantFrom('baseline', 'privileged', 'restricted'),
    exists: fc.boolean(),
  },
  { requiredKeys: [], noNullPrototype: true },
)

const cluster = (environments: readonly string[], told: Told): fc.Arbitrary<ClusterModel> =>
  fc.record({
    environment: fc.constantFrom(...environments),
    storageClass: fc.option(fc.constantFrom('fast', 'slow'), { nil: undefined }),
    namespaces: dictionary(
      folderNames,
      fc.record({
        settings: namespaceSettings,
        components: fc.tuple(fc.constantFrom(...casts), optionsOf(told), fc.nat(15)).map(
          ([names, options, chosen]): OptionsByName =>
            // Half of them say nothing, as in life.
            Object.fromEntries(names.map((name, index) => [name, chosen & (1 << index) ? (options[name] ?? {}) : {}])),
        ),
      }),
      2,
    ),
  })

/** A valid fleet of a few clusters and environments, with something said in any layer, and one name more than it has of each. */
export const fleetAndMore = (told: Told = nasty) =>
  dictionary(
    environmentNames,
    fc.record({ storageClass: fc.constantFrom('fast', 'slow'), options: optionsOf(told) }),
    4,
    2,
  )
    .chain((environments) => {
      const [added = '', ...names] = Object.keys(environments)
      const some = dictionary(folderNames, cluster(names, told), 4, 2)
      return fc.record({
        added: fc.constant(added),
        environments: fc.constant(environments),
        clusters: some,
        base: optionsOf(told),
      })
    })
    .map(({ added, environments, clusters: all, base }) => {
      const { [added]: environment, ...rest } = environments
      const [name = '', ...names] = Object.keys(all)
      const clusters = Object.fromEntries(names.map((one) => [one, all[one]!]))
      return {
        model: { base, environments: rest, clusters } satisfies FleetModel,
        more: { cluster: { [name]: all[name]! }, environment: { [added]: environment! } },
      }
    })

export const arbitraryFleet = (told: Told = nasty): fc.Arbitrary<FleetModel> =>
  fleetAndMore(told).map(({ model, more }) => ({ ...model, clusters: { ...model.clusters, ...more.cluster } }))
