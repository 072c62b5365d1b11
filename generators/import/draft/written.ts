import type { Options } from '../../fleet/component.ts'
import { call, data, type Expression } from '../print/expression.ts'
import { componentKey, type DraftComponent } from './component.ts'
import type { Draft } from './draft.ts'
import { identifiersOf } from './identifiers.ts'
import { type Layered, layered } from './layers.ts'

/** A component as it is written in the draft. */
export interface Written {
  readonly component: DraftComponent
  /** What it is placed by: a constant of the draft, or a word of the catalogue. */
  readonly by: string
  readonly layers: Layered
  /** Options that every place has to say: a name that is not the definition's own. */
  readonly always: Options
  /** What a person must decide about it. */
  readonly todos: readonly string[]
}

/** Whether a component is described in the draft, by a constant, and not in the catalogue. */
export const isDeclared = ({ content }: DraftComponent): boolean =>
  content.kind === 'manifests' || content.word === undefined

/** How each component of a draft is written. */
export const writtenComponents = (
  { components, clusters, todos }: Draft,
  words: Readonly<Record<string, unknown>>,
): readonly Written[] => {
  const identifiers = identifiersOf(components.filter(isDeclared), Object.keys(words))
  const environmentOf = (cluster: string) => clusters.find(({ name }) => name === cluster)?.environment ?? ''
  return components.map((component) => {
    const { content, name } = component
    // Layers that clusters share go by the component's name, whatever namespace it is in.
    const isOnly = components.filter((one) => one.name === name).length === 1
    const word = content.kind === 'release' ? content.word : undefined
    const by = word ?? identifiers.get(componentKey(component)) ?? ''
    const options = content.kind === 'release' ? content.options : new Map<string, Options>()
    const layers =
      word === undefined ? ofDeclared(options, environmentOf, isOnly) : ofWord(options, environmentOf, isOnly)
    return {
      component,
      by,
      layers,
      always: word === undefined || definitionName(words[word]) === name ? {} : { name },
      todos: (todos.get(componentKey(component)) ?? []).map((todo) => `TODO ${todo}`),
    }
  })
}

type Layering = (
  options: ReadonlyMap<string, Options>,
  environmentOf: (cluster: string) => string,
  isOnly: boolean,
) => Layered

/** Its constant has a version whatever clusters say, and they repeat none. */
const ofDeclared: Layering = (options, environmentOf, isOnly) => {
  const { base, environments, clusters } = layered(options, environmentOf, isOnly && options.size > 1)
  const version = base.version ?? [...options.values()][0]?.version
  const others = (layers: ReadonlyMap<string, Options>) =>
    new Map([...layers].map(([owner, said]) => [owner, said.version === version ? withoutVersion(said) : said]))
  return { base: { ...base, version }, environments: others(environments), clusters: others(clusters) }
}

const withoutVersion = ({ version: _, ...others }: Options): Options => others

/** What one cluster alone runs is said where it runs. */
const ofWord: Layering = (options, environmentOf, isOnly) =>
  options.size > 1 && isOnly
    ? layered(options, environmentOf, true)
    : { base: {}, environments: new Map(), clusters: options }

const definitionName = (word: unknown): string | undefined =>
  (word as { readonly definition?: { readonly name: string } } | undefined)?.definition?.name

/** A component in a list, with options where there are any. */
export const placing = ({ by, always }: Written, options: Options): Expression => {
  const all = { ...always, ...options }
  return Object.keys(all).length === 0 ? call(by) : call(by, data(all))
}
