import { parse } from 'yaml'
import { isRecord } from '../../fleet/checks/check.ts'
import type { PlannedSecret } from '../../plan/placement.ts'
import type { Problem } from '../../problem.ts'
import type { Rule } from '../rule.ts'

export const encryptedSecrets: Rule = {
  name: 'encrypted-secrets',
  because: 'a Secret was committed before it was encrypted, and a ConfigMap nobody rendered kept Grafana down',
  check: ({ cluster, inputs }) =>
    cluster.secrets.flatMap((secret) =>
      secret.file === undefined ? [] : checkFile(secret, secret.file, inputs.get(secret.file)),
    ),
}

const checkFile = (secret: PlannedSecret, file: string, text: string | undefined): readonly Problem[] => {
  const problem = (reason: string, fix: string): Problem => ({
    rule: encryptedSecrets.name,
    place: secret.place,
    reason,
    fix,
  })
  if (text === undefined) {
    return [
      problem(
        `there is no file ${file}`,
        `write a Secret there and encrypt it: sops --encrypt --encrypted-regex '^(data|stringData)$' --in-place ${file}`,
      ),
    ]
  }
  const content = parsed(text)
  if (content === undefined) return [problem(`${file} is not one YAML document`, 'write one Secret into it')]
  const encrypt = `encrypt it before it is committed: sops --encrypt --encrypted-regex '^(data|stringData)$' --in-place ${file}`
  if (!isRecord(content.sops)) return [problem(`${file} is not encrypted with SOPS`, encrypt)]
  const data = { ...asMap(content.data), ...asMap(content.stringData) }
  const plain = Object.entries(data).filter(([, value]) => typeof value !== 'string' || !/^ENC\[/.test(value))
  const { name } = asMap(content.metadata)
  const missing = secret.keys.filter((key) => !Object.hasOwn(data, key))
  return [
    ...(content.kind === 'Secret'
      ? []
      : [problem(`${file} holds a ${String(content.kind)}, not a Secret`, 'write kind: Secret')]),
    ...(name === secret.name
      ? []
      : [
          problem(
            `${file} holds a Secret called ${String(name)}, not ${secret.name}`,
            `write name: ${secret.name} into it with sops ${file}`,
          ),
        ]),
    ...plain.map(([key]) => problem(`${key} in ${file} is not encrypted`, encrypt)),
    ...missing.map((key) => problem(`${file} has no key ${key}, which a component reads`, `add it with sops ${file}`)),
  ]
}

const parsed = (text: string): Readonly<Record<string, unknown>> | undefined => {
  try {
    const content: unknown = parse(text)
    return isRecord(content) ? content : undefined
  } catch {
    return undefined
  }
}

const asMap = (value: unknown): Readonly<Record<string, unknown>> => (isRecord(value) ? value : {})
