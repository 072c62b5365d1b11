import { parse } from 'yaml'
import { type Ask, hostOf, textOf, Unanswered } from './ask.ts'

/** A version of a chart, as the index of its repository has it. */
export interface IndexedVersion {
  readonly version: string
  /** `sha256:…` of the archive. Absent where the index does not say. */
  readonly digest?: string
  /** Where the archive is. */
  readonly archive?: string
}

/** Fetches the index of an HTTP repository of charts, as text. */
export const fetchIndex = async (ask: Ask, repository: string): Promise<string> => {
  const url = `${repository.replace(/\/+$/, '')}/index.yaml`
  const answer = await ask({ url })
  if (answer.status === 200) return textOf(answer)
  throw new Unanswered(
    answer.status === 404
      ? `there is no repository of charts at ${repository}: it has no index.yaml`
      : `${hostOf(url)} answered ${answer.status} to a question about ${url}`,
  )
}

/** The versions that an index has of a chart. */
export const indexedVersions = (index: string, repository: string, name: string): readonly IndexedVersion[] => {
  const entries = entriesOf(index, name)
  if (entries === undefined) throw new Unanswered(`the index.yaml of ${repository} is none of a repository of charts`)
  const versions = entries[name]
  if (!Array.isArray(versions)) throw new Unanswered(`${repository} has no chart ${name}`)
  return versions.flatMap((entry) => {
    if (typeof entry?.version !== 'string') return []
    const [archive] = Array.isArray(entry.urls) ? entry.urls : []
    return [{ version: entry.version, ...digestOf(entry.digest), ...archiveAt(archive, repository) }]
  })
}

type Entries = Readonly<Record<string, unknown>>

const entriesOf = (index: string, name: string): Entries | undefined => {
  try {
    const { entries } = parse(blockOf(index, name) ?? index) ?? {}
    return typeof entries === 'object' && entries !== null ? entries : undefined
  } catch {
    return undefined
  }
}

/**
 * The part of an index that is about one chart, as Helm writes it. An index has megabytes, which take a reader of YAML
 * seconds.
 */
const blockOf = (index: string, name: string): string | undefined => {
  const from = /^entries:\s*$/m.exec(index)?.index
  if (from === undefined) return undefined
  const start = index.indexOf(`\n  ${name}:\n`, from)
  if (start < 0) return undefined
  const rest = index.slice(start + 1)
  const [head = ''] = rest.split('\n', 1)
  const end = /^ {0,2}[^\s-]/m.exec(rest.slice(head.length + 1))?.index
  return `entries:\n${end === undefined ? rest : rest.slice(0, head.length + 1 + end)}`
}

/** Some indices say what the digest is of, some do not. */
const digestOf = (digest: unknown): { digest?: string } => {
  const [, hex] = /^(?:sha256:)?([0-9a-f]{64})$/i.exec(String(digest)) ?? []
  return hex === undefined ? {} : { digest: `sha256:${hex.toLowerCase()}` }
}

const archiveAt = (url: unknown, repository: string): { archive?: string } => {
  const base = `${repository.replace(/\/+$/, '')}/`
  return typeof url === 'string' && URL.canParse(url, base) ? { archive: new URL(url, base).href } : {}
}
