import type { KubernetesObject } from '../../kubernetes-object.ts'
import type { Layer } from '../../plan/layer.ts'
import { objectPlace, valuePlace } from '../../plan/written-at.ts'
import type { Place, Problem } from '../../problem.ts'
import { literalCredentials } from '../literal-credentials.ts'
import type { Rule } from '../rule.ts'

export const noLiteralCredentials: Rule = {
  name: 'no-literal-credentials',
  because: 'the admin password was "admin", and it was in Git',
  check: ({ layers }) => layers.flatMap(literals),
}

const literals = (layer: Layer): readonly Problem[] =>
  layer.kind === 'helm'
    ? literalCredentials(layer.values).map((path) => literal(valuePlace(layer, path), path.join('.')))
    : layer.objects.flatMap((object, index) =>
        credentialsIn(object).map((path) =>
          literal(objectPlace(layer, index, path), `${object.kind} ${object.metadata.name} (${path.join('.')})`),
        ),
      )

const literal = (place: Place, what: string): Problem => ({
  rule: noLiteralCredentials.name,
  place,
  reason: `${what} is a credential in plain text, and would be committed`,
  fix: "put it into a Secret whose source the namespace's secrets declare, and refer to that Secret",
})

const credentialsIn = (object: KubernetesObject): readonly (readonly string[])[] => {
  const { apiVersion, kind } = object
  if (apiVersion === 'v1' && kind === 'Secret') {
    return 'sops' in object
      ? []
      : ['data', 'stringData'].filter((field) => hasMembers(object[field])).map((one) => [one])
  }
  // These speak of credentials, and hold none that can be read.
  return kind === 'CustomResourceDefinition' || kind === 'SealedSecret' ? [] : literalCredentials(object)
}

const hasMembers = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length > 0
