import type { Schemas } from '../../check/schema/schemas.ts'
import { type Fleet, isFleet } from '../../fleet/fleet.ts'
import type { Exporters } from '../../metrics/exporters.ts'
import type { Problem } from '../../problem.ts'
import { rendered, think } from '../../render.ts'
import type { Note } from '../note.ts'
import { evaluated } from '../print/evaluate.ts'
import type { Program } from '../print/expression.ts'
import type { CatalogueRelease } from './catalogue.ts'
import { componentKey } from './component.ts'
import type { Draft } from './draft.ts'
import { drafted, type Found } from './drafted.ts'
import { type Given, notesOf, yielding } from './given-up.ts'
import { programOf } from './program.ts'

/** What a draft is proved with: the words of a fleet, and what a render needs. */
export interface Proving {
  readonly words: Readonly<Record<string, unknown>>
  readonly schemas: Schemas
  readonly exporters: Exporters
}

export interface Proved {
  readonly draft: Draft
  readonly program: Program
  readonly notes: readonly Note[]
}

/** More rounds would find nothing new: each gives up something. */
const mostRounds = 12

/**
 * Renders the draft in thought until nothing is wrong with it. A component of the catalogue that does not fit becomes the
 * plain release that it was; a rule that what was imported does not keep is switched off there; what cannot be rendered at
 * all is left out. Each is told.
 */
export const proved = (found: Found, catalogue: ReadonlyMap<string, CatalogueRelease>, proving: Proving): Proved => {
  let given: Given = { plain: new Map(), without: new Map(), exceptions: [] }
  for (let round = 1; ; round += 1) {
    const notes = notesOf(given, found)
    const fitting = new Map([...catalogue].filter(([chart]) => !isPlain(chart, found, given)))
    const draft = drafted(found, fitting, {
      without: new Set(given.without.keys()),
      exceptions: given.exceptions,
      notes,
    })
    const program = programOf(draft, proving.words)
    const problems = problemsOf(program, proving)
    if (problems.length === 0 || round === mostRounds)
      return { draft, program, notes: [...notes, ...problems.map(leftOver)] }
    given = problems.reduce((all, problem) => yielding(all, problem, draft), given)
  }
}

const isPlain = (chart: string, { components }: Found, { plain }: Given): boolean =>
  components.some(
    (one) => one.content.kind === 'release' && one.content.chart.name === chart && plain.has(componentKey(one)),
  )

const problemsOf = (program: Program, { words, schemas, exporters }: Proving): readonly Problem[] => {
  const fleet = evaluated(program, words)
  if (!isFleet(fleet)) throw new Error('a draft exports a fleet')
  return rendered(think(fleet as Fleet), { inputs: new Map(), schemas, exporters }).problems
}

const leftOver = ({ place, reason, fix }: Problem): Note => ({
  kind: 'decide',
  what: place.join('.'),
  why: reason,
  fix,
})
