import { type Document, LineCounter, parseAllDocuments } from 'yaml'
import { isRecord } from '../../fleet/checks/check.ts'
import type { Note, Origin } from '../note.ts'
import type { SourceFolder } from '../source-folder.ts'
import { dialect } from './dialect.ts'
import { isChartPart, isHidden, unreadNotes } from './passed-over.ts'

/** A map of a YAML file, and where it stands. */
export interface ReadDocument {
  readonly origin: Origin
  readonly content: Readonly<Record<string, unknown>>
}

/** Everything that was read, by file. */
export interface ReadFolder {
  readonly folder: SourceFolder
  readonly documents: ReadonlyMap<string, readonly ReadDocument[]>
  readonly notes: readonly Note[]
}

/** Reads every YAML document below a folder. What cannot be read is told, and left out. */
export const readFolder = (folder: SourceFolder): ReadFolder => {
  const notes: Note[] = [...unreadNotes(folder)]
  const documents = new Map<string, readonly ReadDocument[]>()
  for (const path of folder.paths) {
    if (!/\.ya?ml$/.test(path) || isHidden(path) || isChartPart(path, folder)) continue
    documents.set(path, documentsOf(path, folder, notes))
  }
  return { folder, documents, notes }
}

const documentsOf = (file: string, folder: SourceFolder, notes: Note[]): readonly ReadDocument[] => {
  // What bootstrap writes is not imported, and it is long.
  if (file.endsWith('/gotk-components.yaml')) return []
  const text = folder.text(file)
  const lines = new LineCounter()
  const parsed = parseAllDocuments(text, { ...dialect, lineCounter: lines })
  return parsed.flatMap((document): readonly ReadDocument[] => {
    const line = lines.linePos(document.contents?.range?.[0] ?? document.range?.[0] ?? 0).line
    const [error] = document.errors
    if (error !== undefined) {
      notes.push(broken({ file, line: lines.linePos(error.pos[0]).line }, text, error.message))
      return []
    }
    const content = plainContent(document)
    if (content === undefined) notes.push(broken({ file, line }, text, 'its aliases lead too far'))
    return isRecord(content) ? [{ origin: { file, line: Math.max(line, 1) }, content }] : []
  })
}

/** What a document holds; undefined where it blows up, or would be more than data to JavaScript. */
const plainContent = (document: Document.Parsed | Document): unknown => {
  try {
    const content: unknown = document.toJS({ maxAliasCount: 1000 })
    return JSON.stringify(content ?? null).includes('"__proto__":') ? undefined : content
  } catch {
    return undefined
  }
}

const broken = (origin: Origin, text: string, message: string): Note => {
  const isTemplate = /\{\{|\{%/.test(text)
  return {
    kind: 'skipped',
    origin,
    what: origin.file,
    why: isTemplate
      ? 'is a template, and no YAML before somebody fills it in'
      : `is no YAML: ${message.split('\n')[0]?.replace(/ at line .*$/, '')}`,
    fix: isTemplate ? 'write down what comes out of it as a component' : 'correct it, and import again',
  }
}
