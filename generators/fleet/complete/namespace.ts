import type { Place, Problem } from '../../problem.ts'
import { type Check, mapOf, oneOf, shape } from '../checks/check.ts'
import { flag, goDuration, objectName, text } from '../checks/scalars.ts'
import type { NamespaceSettings } from '../namespace.ts'
import type { CompleteNamespace } from './complete-fleet.ts'
import { completeComponents } from './components.ts'

const store = shape(
  'a secret store',
  { kind: oneOf('shape', 'kind of store', ['ClusterSecretStore', 'SecretStore']), name: objectName },
  ['kind', 'name'],
)
const sources: Readonly<Record<string, Check>> = {
  existing: shape('existing()', { from: text }),
  sops: shape('sops()', { from: text, file: text }),
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

const settingsCheck = shape('namespace', {
  mesh: oneOf('known-mesh', 'mesh', ['istio', 'none']),
  keep: flag,
  podSecurity: oneOf('pod-security', 'Pod Security level', ['baseline', 'privileged', 'restricted']),
  exists: flag,
  secrets: mapOf(secretSource),
})

export const completeNamespace = (
  name: string,
  value: unknown,
  place: Place,
  problems: Problem[],
): CompleteNamespace => {
  const { settings = {}, components } = (value ?? {}) as { settings?: NamespaceSettings; components?: unknown }
  problems.push(...objectName(name, place), ...settingsCheck(settings, place))
  for (const secret of Object.keys(settings.secrets ?? {})) {
    problems.push(...objectName(secret, [...place, 'secrets', secret]))
  }
  return {
    name,
    place,
    settings: { mesh: 'none', keep: true, podSecurity: 'privileged', exists: false, secrets: {}, ...settings },
    components: completeComponents(components, place, problems),
  }
}
