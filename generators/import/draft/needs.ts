import type { Options, Where } from '../../fleet/component.ts'
import { engineCrds } from '../../plan/answer.ts'
import { nothingFound } from '../../plan/evaluate.ts'
import { merge } from '../../plan/values.ts'
import type { CatalogueRelease } from './catalogue.ts'
import type { DraftComponent } from './component.ts'

/** What a component of a draft needs, and brings, by API groups and by names of Secrets. */
export interface Needs {
  readonly groups: readonly string[]
  readonly brings: readonly string[]
  readonly secrets: readonly string[]
}

/** The same for one of the catalogue, as its definition says. */
export const needsOf = (
  { content, name, namespace, provides }: DraftComponent,
  cluster: string,
  catalogue: ReadonlyMap<string, CatalogueRelease>,
): Needs => {
  if (content.kind === 'manifests') return { groups: content.requires, brings: provides, secrets: [] }
  const definition = content.word === undefined ? undefined : catalogue.get(content.chart.name)?.definition
  if (definition === undefined) return { groups: [], brings: provides, secrets: [] }
  const options = merge((definition.defaults ?? {}) as Options, content.options.get(cluster) ?? {})
  const where: Where = { name, namespace, exposes: [], found: nothingFound }
  const requires = definition.requires?.(options, where) ?? []
  const brings = definition.provides?.(options, where) ?? []
  return {
    groups: requires.flatMap((one) => (one.kind === 'crd' ? [one.group] : [])),
    brings: brings.flatMap((one) => (one.kind === 'crd' ? [one.group] : [])),
    secrets: requires.flatMap((one) => (one.kind === 'secret' ? [one.name] : [])),
  }
}

/** Groups that nobody in a cluster brings, so that the fleet has to say that they are there. */
export const openGroups = (needs: readonly Needs[]): readonly string[] => {
  const there = new Set([...needs.flatMap(({ brings }) => brings), ...engineCrds.flux])
  return [...new Set(needs.flatMap(({ groups }) => groups))].filter((group) => !there.has(group)).sort()
}
