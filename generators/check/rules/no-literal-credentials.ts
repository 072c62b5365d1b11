import { isRecord } from '../../fleet/checks/check.ts'
import type { KubernetesObject } from '../../kubernetes-object.ts'
import type { Layer } from '../../plan/layer.ts'
import type { Problem } from '../../problem.ts'
import type { Rule } from '../rule.ts'

export const noLiteralCredentials: Rule = {
  name: 'no-literal-credentials',
  because: 'the admin password was "admin", and it was in Git',
  check: ({ layers }) => layers.flatMap(literals),
}

const literals = (layer: Layer): readonly Problem[] =>
  layer.kind === 'helm'
    ? credentialsIn(layer.values).map((path) => problemAt([...layer.place, 'values', ...path], path.join('.')))
    : layer.objects.flatMap((object) => secretsIn(object).map((what) => problemAt(layer.place, what)))

const problemAt = (place: Problem['place'], what: string): Problem => ({
  rule: noLiteralCredentials.name,
  place,
  reason: `${what} is written in plain text, and would be committed`,
  fix: "put it into a Secret whose source the namespace's secrets declare, and refer to that Secret",
})

/** Keys under which charts take a credential itself, not the name of the Secret or the key that holds it. */
const credential =
  /(^|[^a-z])(password|passwd|secretkey|secret_key|secretaccesskey|accesskeyid|apikey|api_key|api_token|token|tunnel_token|rootuser)$/i
const camel = /[a-z](Password|Token|SecretKey|AccessKey|ApiKey)$/

const credentialsIn = (value: unknown, path: readonly string[] = []): readonly (readonly string[])[] => {
  if (Array.isArray(value)) return value.flatMap((one, index) => credentialsIn(one, [...path, String(index)]))
  if (!isRecord(value)) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    isCredential(key) && isLiteral(inner) ? [[...path, key]] : credentialsIn(inner, [...path, key]),
  )
}

/** `existingSecretKey` names a key of a Secret. */
const isCredential = (key: string): boolean => (credential.test(key) || camel.test(key)) && !/^existing/i.test(key)

/** A reference to the environment, such as `${AWS_SECRET_ACCESS_KEY}`, is filled in where the program runs. */
const isLiteral = (value: unknown): boolean =>
  typeof value === 'string' && value !== '' && !/^\$\{[A-Za-z_][A-Za-z0-9_]*\}$/.test(value)

const secretsIn = (object: KubernetesObject): readonly string[] => {
  if (object.apiVersion !== 'v1' || object.kind !== 'Secret') return []
  return ['data', 'stringData'].flatMap((field) =>
    Object.keys((object[field] ?? {}) as object).map((key) => `Secret ${object.metadata.name} (${field}.${key})`),
  )
}
