import { componentChanges } from '../../../generators/compare/changes.ts'
import { wordsOf } from '../../../generators/compare/words/words.ts'
import { pair, type Side } from '../pair.ts'

/** What is said of the component loki, whose objects, values or control change so. */
export const said = (before: Side | undefined, after: Side | undefined): readonly string[] => {
  const [compared] = componentChanges([pair({ ...(before && { before }), ...(after && { after }) })])
  return compared === undefined ? [] : wordsOf(compared.change.change, 'loki')
}

/** An object in YAML, called as the component unless it says otherwise. */
export const object = (kind: string, rest: string, name = 'loki') => `
apiVersion: v1
kind: ${kind}
metadata: { name: ${name} }
${rest}`
