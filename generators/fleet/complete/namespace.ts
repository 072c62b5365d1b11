import type { Place, Problem } from '../../problem.ts'
import { type Check, isRecord, mapOf, oneOf, shape } from '../checks/check.ts'
import { fileName, flag, goDuration, objectName, text } from '../checks/scalars.ts'
import { sound } from '../checks/sound.ts'
import type { NamespaceSettings } from '../namespace.ts'
import { existing, type SecretSource } from '../secret.ts'
import type { CompleteNamespace, PlacedComponent } from './complete-fleet.ts'
import type { CompleteComponents } from './components.ts'
import { partsOf } from './parts.ts'

const store = shape(
  'a secret store',
  { kind: oneOf('shape', 'kind of store', ['ClusterSecretStore', 'SecretStore']), name: objectName },
  ['kind', 'name'],
)
const sources: Readonly<Record<string, Check>> = {
  existing: shape('existing()', { from: text }),
  sops: shape('sops()', { from: text, file: fileName }),
  'external-secret': shape('externalSecret()', { from: text, store, key: text, refreshInterval: goDuration }, [
    'store',
    'key',
  ]),
}

const secretSource: Check = (value, place) => {
  const from = (value as { from?: unknown } | null)?.from
  const check = typeof from === 'string' && Object.hasOwn(sources, from) ? sources[from] : undefined
  return check === undefined ? [noSource(value, place)] : check(value, place)
}

const noSource = (value: unknown, place: Place): Problem => ({
  rule: typeof value === 'string' ? 'literal-secret' : 'secret-source',
  place,
  reason:
    typeof value === 'string'
      ? 'a secret is written here in plain text, and would be committed'
      : 'this does not say where the Secret comes from',
  fix: 'write existing(), sops() or externalSecret({ … })',
})

const secrets: Check = (value, place) => [
  ...(isRecord(value) ? Object.keys(value).flatMap((name) => objectName(name, [...place, name])) : []),
  ...mapOf(secretSource)(value, place),
]

const settingsCheck = shape('namespace', {
  mesh: oneOf('known-mesh', 'mesh', ['istio', 'none']),
  keep: flag,
  podSecurity: oneOf('pod-security', 'Pod Security level', ['baseline', 'privileged', 'restricted']),
  exists: flag,
  networkPolicies: flag,
  secrets,
})

export const completeNamespace = (
  name: string,
  value: unknown,
  place: Place,
  problems: Problem[],
  completeComponents: CompleteComponents,
): CompleteNamespace => {
  problems.push(...objectName(name, place), ...bootstrapped(name, place))
  const { settings, components } = partsOf('namespace', value, place, problems)
  const said: NamespaceSettings = sound(settingsCheck, settings, place, problems)
  const completed = completeComponents(components, place, problems)
  problems.push(...completed.components.flatMap(takenName))
  return {
    name,
    place,
    settings: {
      mesh: 'none',
      keep: true,
      podSecurity: 'privileged',
      exists: false,
      ...said,
      secrets: sourced(settings),
    },
    ...completed,
  }
}

/** A Secret whose source is written wrong is taken for one that exists, so that nobody misses it as well. */
const sourced = (settings: unknown): NamespaceSettings['secrets'] & {} => {
  const secrets = isRecord(settings) && isRecord(settings.secrets) ? Object.entries(settings.secrets) : []
  return Object.fromEntries(
    secrets
      .filter(([, source]) => source !== undefined)
      .map(([name, source]) => [name, secretSource(source, []).length === 0 ? (source as SecretSource) : existing()]),
  )
}

const bootstrapped = (name: string, place: Place): readonly Problem[] =>
  name === 'flux-system'
    ? [
        {
          rule: 'name',
          place,
          reason: 'the folder of flux-system belongs to flux bootstrap, and nothing else may be in it',
          fix: 'place these components in a namespace of their own',
        },
      ]
    : []

/** Files and components of a namespace that are there by themselves. */
const taken: Readonly<Record<string, string>> = {
  kustomization: 'lists the components of the namespace',
  'network-policies': 'closes the namespace',
  secrets: "brings the namespace's Secrets",
}

const takenName = ({ name, place }: PlacedComponent): readonly Problem[] =>
  Object.hasOwn(taken, name)
    ? [
        {
          rule: 'name',
          place,
          reason: `a component cannot be called ${name}: the file of that name ${taken[name]}`,
          fix: `give it a name of its own, such as name: 'my-${name}'`,
        },
      ]
    : []
