import { unknownKeys } from '../../charts/unknown-keys.ts'
import type { Options } from '../../fleet/component.ts'
import type { Note } from '../note.ts'
import { type CatalogueRelease, otherThan } from './catalogue.ts'
import { componentKey, type DraftComponent, type ReleaseContent } from './component.ts'
import { type Recognised, recognised } from './recognised.ts'

/** Makes releases of charts that the catalogue has a component for into that component, where all their values fit. */
export const adopted = (
  components: readonly DraftComponent[],
  catalogue: ReadonlyMap<string, CatalogueRelease>,
  notes: Note[],
): readonly DraftComponent[] =>
  components.map((component) => {
    const { content } = component
    const found = content.kind === 'release' ? catalogue.get(content.chart.name) : undefined
    if (content.kind !== 'release' || found === undefined) return component
    const tried = [...content.options].map(
      ([cluster, options]) => [cluster, attempt(found, component, content, options)] as const,
    )
    const refused = tried.flatMap(([, one]) => ('why' in one ? [one.why] : []))[0]
    if (refused !== undefined) {
      notes.push(notAdopted(component, found, refused))
      return component
    }
    const options = new Map(
      tried.flatMap(([cluster, one]) => ('options' in one ? [[cluster, one.options] as const] : [])),
    )
    notes.push(
      ...addedNote(
        component,
        found,
        tried.flatMap(([, one]) => ('added' in one ? one.added : [])),
      ),
    )
    return { ...component, content: { ...content, word: found.word, options }, provides: [] }
  })

type Attempt = Pick<Recognised, 'added' | 'options'> | { readonly why: string }

const attempt = (
  found: CatalogueRelease,
  component: DraftComponent,
  { chart }: ReleaseContent,
  { version, values }: Options,
): Attempt => {
  const { definition } = found
  const why = otherThan(found, { url: chart.url, version: String(version) })
  if (why !== undefined) return { why }
  const { options, rest, added } = recognised(definition, values as Options, component)
  const [unknown] = unknownKeys(definition.chart.keys, rest)
  if (unknown !== undefined) return { why: `says ${unknown.path.join('.')}, which the chart does not know so` }
  return {
    options: {
      ...options,
      ...(version === definition.chart.version ? {} : { version }),
      ...(Object.keys(rest).length === 0 ? {} : { values: rest }),
    },
    added,
  }
}

const notAdopted = (component: DraftComponent, { word }: CatalogueRelease, why: string): Note => ({
  kind: 'decide',
  origin: component.origin,
  what: componentKey(component),
  why: `${why}, so that it is no ${word}() of the catalogue`,
  fix: `see whether ${word}() would do once its chart is the catalogue's`,
  component: componentKey(component),
})

const addedNote = (
  component: DraftComponent,
  { word }: CatalogueRelease,
  added: readonly string[],
): readonly Note[] => {
  const all = [...new Set(added)]
  if (all.length === 0) return []
  const named = all.slice(0, 6).join(', ')
  return [
    {
      kind: 'decide',
      origin: component.origin,
      what: componentKey(component),
      why: `became ${word}(), which also sets ${named}${all.length > 6 ? ` and ${all.length - 6} values more` : ''}`,
      fix: 'read its rendered values.yaml before you commit, or import again with --plain, which keeps every release as it was',
      component: componentKey(component),
    },
  ]
}
