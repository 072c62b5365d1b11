import { entriesOf } from './clusters/entries.ts'
import { releasesOf } from './draft/catalogue.ts'
import type { Draft } from './draft/draft.ts'
import { found } from './draft/drafted.ts'
import { type Proving, proved } from './draft/proved.ts'
import type { Note } from './note.ts'
import { programText } from './print/program.ts'
import { readFolder } from './reading/documents.ts'
import type { SourceFolder } from './source-folder.ts'

export interface Import {
  /** The text of a fleet, and what it was written from. Absent where there was nothing to draft. */
  readonly text?: string
  readonly draft?: Draft
  /** What it does not say as the repository did, or not at all. */
  readonly notes: readonly Note[]
}

export interface ImportSettings extends Proving {
  /** Where the draft imports its words from: `./fleetwright.ts`. */
  readonly from: string
  /** Keep every release as it was, with no component of the catalogue. */
  readonly plain: boolean
}

/** Drafts a fleet from a folder with objects of Flux's. Nothing there is changed, and nothing of it is run. */
export const imported = (folder: SourceFolder, settings: ImportSettings): Import => {
  const read = readFolder(folder)
  const notes: Note[] = [...read.notes]
  if (entriesOf(read).length === 0) return { notes }
  const catalogue = settings.plain ? new Map() : releasesOf(settings.words)
  const catalogued = (chart: string) => catalogue.get(chart)?.definition.chart.version
  const all = found({ read, catalogued, schemas: settings.schemas, notes })
  if (all.components.length === 0) return { notes: distinct(notes) }
  const { draft, program, notes: more } = proved(all, catalogue, settings)
  return { text: programText(program, settings.from), draft, notes: distinct([...notes, ...more]) }
}

/** Clusters that read the same file are told the same. */
const distinct = (notes: readonly Note[]): readonly Note[] => [
  ...new Map(notes.map((one) => [JSON.stringify(one), one])).values(),
]
