import type { Options } from '../../fleet/component.ts'
import { call, data, type Expression, type Item, list, type Member, map, type Program } from '../print/expression.ts'
import { clusterExpression } from './cluster-expression.ts'
import { declaration } from './declaration.ts'
import type { Draft } from './draft.ts'
import { isDeclared, placing, type Written, writtenComponents } from './written.ts'

/** The draft as a program. */
export const programOf = (draft: Draft, words: Readonly<Record<string, unknown>>): Program => {
  const written = writtenComponents(draft, words)
  return {
    comments: [
      `Drafted from ${draft.from} by npx zx scripts/import.mjs.`,
      'Each TODO is for a person to decide: read it, and delete it.',
    ],
    declarations: written.flatMap(declaration),
    exports: call('defineFleet', {
      kind: 'map',
      members: [
        repositoryMember(draft),
        ...baseMember(written),
        { name: 'environments', value: environmentsExpression(draft, written) },
        { name: 'clusters', value: clustersExpression(draft, written) },
        ...exceptionsMember(draft),
      ],
    }),
  }
}

const repositoryMember = ({ repository, isRepositoryKnown }: Draft): Member => ({
  name: 'repository',
  value: data(repository),
  comments: isRepositoryKnown ? [] : ['TODO where this repository is'],
})

/** Layers that say something. */
const saying = (written: readonly Written[], optionsOf: (one: Written) => Options | undefined): readonly Item[] =>
  written.flatMap((one) => {
    const options = optionsOf(one) ?? {}
    return Object.keys(options).length === 0 ? [] : [{ value: placing(one, options) }]
  })

/** The base layer of what the draft describes itself is in its constant. */
const baseMember = (written: readonly Written[]): readonly Member[] => {
  const catalogued = written.filter(({ component }) => !isDeclared(component))
  const items = saying(catalogued, ({ layers }) => layers.base)
  return items.length === 0 ? [] : [{ name: 'base', value: list(items) }]
}

const environmentsExpression = ({ clusters }: Draft, written: readonly Written[]): Expression => {
  const names = [...new Set(clusters.map(({ environment }) => environment))]
  const environments = names.map((name) => {
    const items = saying(written, ({ layers }) => layers.environments.get(name))
    return [name, call('environment', data({}), ...(items.length === 0 ? [] : [list(items)]))] as const
  })
  return map(Object.fromEntries(environments))
}

/** What is to be decided about a component of the catalogue stands where it first runs. */
const clustersExpression = ({ clusters }: Draft, written: readonly Written[]): Expression =>
  map(
    Object.fromEntries(
      clusters.map((cluster) => {
        const isFirst = ({ component }: Written) => [...component.clusters.keys()][0] === cluster.name
        const told = written.map((one) => (isFirst(one) && !isDeclared(one.component) ? one : { ...one, todos: [] }))
        return [cluster.name, clusterExpression(cluster, told)]
      }),
    ),
  )

const exceptionsMember = ({ exceptions }: Draft): readonly Member[] => {
  if (exceptions.length === 0) return []
  const items = exceptions.map(({ rule, at, because }) => ({
    value: call('except', data(rule), data({ at, because })),
  }))
  const comments = ['TODO what was imported does not keep these rules: put it right, and remove them']
  return [{ name: 'exceptions', value: list(items), comments }]
}
