import type { CollectorPod } from '../collector-pod.ts'
import type { CollectorRule } from '../collector-rule.ts'
import { type FoundText, list, textsIn } from '../shape.ts'

export const escapedDollars: CollectorRule = {
  name: 'collector-escaped-dollars',
  because: 'the end of a pattern was taken for a variable of the environment, which became nothing, and it matched all',
  check: ({ graph, pod }) =>
    textsIn(graph.config).flatMap((found) => {
      const variables = unescaped(found.text).filter((name) => !isMeant(name, found, pod))
      const mixed = unescaped(found.text).length > 0 && found.text.includes('$${')
      return [
        ...variables.map((name) => ({
          at: found.at,
          reason: `\${${name}} is taken for a variable of the environment that is not there, and becomes nothing`,
          fix: `write $\${${name}} where it means itself, or set the variable`,
        })),
        ...(mixed
          ? [
              {
                at: found.at,
                reason: 'a text with both $${ and ${ is resolved wrongly: the one is replaced inside the other',
                fix: 'leave one of them out of this text',
              },
            ]
          : []),
      ]
    }),
}

/** What stands between `${` and `}`, unless an odd number of further dollars leads it in. */
const unescaped = (text: string): readonly string[] =>
  [...text.matchAll(/(\$*)\$\{([^}]*)\}/g)]
    .filter(([, dollars]) => dollars!.length % 2 === 0)
    .map(([, , name]) => name!)

const isMeant = (reference: string, { at }: FoundText, pod: CollectorPod | undefined): boolean => {
  if (/^(file|yaml|https?):/.test(reference)) return true
  const { name, fallback } = /^(?:env:)?(?<name>[A-Za-z_]\w*)(?<fallback>:-.*)?$/.exec(reference)?.groups ?? {}
  if (name === undefined) return false
  if (fallback !== undefined) return true
  if (pod === undefined || list(pod.container.envFrom).length > 0) {
    return reference.startsWith('env:') || (/^[A-Z][A-Z0-9_]*$/.test(name) && !mayBePattern.test(at.join('.')))
  }
  return list(pod.container.env).some((variable) => variable.name === name)
}

const mayBePattern = /statements|conditions|regex|pattern|replacement/
