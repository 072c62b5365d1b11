import { componentKey, type DraftComponent } from './component.ts'

/** Words that no constant can be called by, those of a fleet among them. */
const keywords = new Set(
  'await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof undefined var void while with yield arguments'.split(
    ' ',
  ),
)

/** A constant for each component that the draft describes itself, by its key: `podinfo`, or `stagingPodinfo` where that is taken. */
export const identifiersOf = (
  components: readonly DraftComponent[],
  words: readonly string[],
): ReadonlyMap<string, string> => {
  const taken = new Set([...keywords, ...words])
  return new Map(
    components.map((component) => {
      const { name, namespace, content } = component
      const suffix = content.kind === 'release' ? 'release' : 'objects'
      const wanted = [name, `${name}-${suffix}`, `${namespace}-${name}`].map(camelCase)
      const free = wanted.find((one) => !taken.has(one)) ?? numbered(camelCase(`${namespace}-${name}`), taken)
      taken.add(free)
      return [componentKey(component), free]
    }),
  )
}

const camelCase = (name: string): string => {
  const joined = name.replaceAll(/[^a-zA-Z0-9]+(.)?/g, (_, letter: string | undefined) => letter?.toUpperCase() ?? '')
  return /^[a-zA-Z]/.test(joined) ? joined : `its${joined}`
}

const numbered = (name: string, taken: ReadonlySet<string>): string => {
  let number = 2
  while (taken.has(`${name}${number}`)) number += 1
  return `${name}${number}`
}
