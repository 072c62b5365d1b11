import { isRecord } from '../../fleet/checks/check.ts'
import type { PlannedSecret } from '../../plan/placement.ts'
import type { Problem } from '../../problem.ts'
import { mapIn } from '../map-in.ts'
import type { Rule } from '../rule.ts'

export const encryptedSecrets: Rule = {
  name: 'encrypted-secrets',
  because: 'a Secret was committed before it was encrypted, and another had no key that its reader knew',
  check: ({ cluster, inputs }) =>
    cluster.secrets.flatMap((secret) => {
      const { file, place } = secret
      if (file === undefined) return []
      const mistakes = mistakesIn(inputs.get(file), file, secret)
      return mistakes.map((mistake): Problem => ({ rule: encryptedSecrets.name, place, ...mistake }))
    }),
}

type Mistake = Pick<Problem, 'fix' | 'reason'>

const mistakesIn = (text: string | undefined, file: string, secret: PlannedSecret): readonly Mistake[] => {
  const encrypt = `sops --encrypt --encrypted-regex '^(data|stringData)$' --in-place ${file}`
  if (text === undefined) {
    return [
      { reason: `there is no file ${file}`, fix: `write the Secret ${secret.name} there and encrypt it: ${encrypt}` },
    ]
  }
  const content = mapIn(text)
  if (content === undefined) return [{ reason: `${file} is not one YAML document`, fix: 'write one Secret into it' }]
  if (!isEncrypted(content)) {
    return [{ reason: `${file} is not encrypted with SOPS`, fix: `encrypt it before it is committed: ${encrypt}` }]
  }
  return [...identity(content, file, secret), ...keys(content, file, secret)]
}

const isCipher = (value: unknown): boolean => typeof value === 'string' && /^ENC\[[A-Z0-9_]+,data:/.test(value)

/** What SOPS leaves behind: a MAC over all values, which cannot be written by hand. */
const isEncrypted = ({ sops }: Readonly<Record<string, unknown>>): boolean => isRecord(sops) && isCipher(sops.mac)

const identity = (
  content: Readonly<Record<string, unknown>>,
  file: string,
  secret: PlannedSecret,
): readonly Mistake[] => {
  if (content.kind !== 'Secret') {
    return [{ reason: `${file} holds a ${String(content.kind)}, not a Secret`, fix: 'write kind: Secret' }]
  }
  const name = isRecord(content.metadata) ? content.metadata.name : undefined
  if (name === secret.name) return []
  return [
    {
      reason: `${file} holds a Secret called ${String(name)}, not ${secret.name}`,
      fix: `write name: ${secret.name} into it with sops ${file}`,
    },
  ]
}

const keys = (content: Readonly<Record<string, unknown>>, file: string, secret: PlannedSecret): readonly Mistake[] => {
  const data = [content.data, content.stringData].filter(isRecord).flatMap((one) => Object.entries(one))
  const plain = data.filter(([, value]) => !isCipher(value))
  const missing = secret.keys.filter((wanted) => !data.some(([key]) => key === wanted))
  return [
    ...plain.map(([key]) => ({
      reason: `${key} in ${file} is not encrypted`,
      fix: `take it out, and write it with sops ${file}`,
    })),
    ...missing.map((key) => ({
      reason: `${file} has no key ${key}, which a component reads`,
      fix: `add it with sops ${file}`,
    })),
  ]
}
