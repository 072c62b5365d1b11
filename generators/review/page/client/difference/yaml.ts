export type TokenKind = 'comment' | 'key' | 'literal' | 'punctuation' | 'text'

export interface Token {
  readonly kind: TokenKind
  readonly text: string
}

/** Which lines belong to a block of text (`|`, `>`), where nothing is a key or a number. */
export const blockTextIn = (lines: readonly string[]): readonly boolean[] => {
  /** How far the block's owner is indented; undefined outside of blocks. */
  let owner: number | undefined
  return lines.map((line) => {
    const indentation = line.search(/\S/)
    if (owner !== undefined && (indentation === -1 || indentation > owner)) return true
    owner = /(?:^|[:-] +)[|>][-+\d]*$/.test(line) ? columnOfOwner(line) : undefined
    return false
  })
}

/** A key owns what is further in than itself; an item without a key what is further in than its dash. */
const columnOfOwner = (line: string): number => {
  const lead = /^ *(?:- +)*/.exec(line)?.[0] ?? ''
  return /^[|>]/.test(line.slice(lead.length)) ? lead.lastIndexOf('-') : lead.length
}

const entry = /^( *)((?:- +)*(?:-$)?)(?:("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s"'#{[|>-][^#]*?)(:)(?= |$))?( *)(.*)$/

/** A line of YAML in its tokens. Together they are the line. */
export const tokensOf = (line: string, isBlockText: boolean): readonly Token[] => {
  if (isBlockText) return some('text', line)
  if (/^ *#/.test(line)) return some('comment', line)
  const found = entry.exec(line)
  if (found === null) return some('text', line)
  const [, indentation = '', dashes = '', key = '', colon = '', gap = '', value = ''] = found
  return [
    ...some('text', indentation),
    ...some('punctuation', dashes),
    ...some('key', key),
    ...some('punctuation', colon),
    ...some('text', gap),
    ...some(kindOf(value), value),
  ]
}

const some = (kind: TokenKind, text: string): readonly Token[] => (text === '' ? [] : [{ kind, text }])

const kindOf = (value: string): TokenKind => {
  if (/^#/.test(value)) return 'comment'
  if (/^(?:[|>][-+\d]*|\[\]|\{\}|-)$/.test(value)) return 'punctuation'
  return /^(?:true|false|null|~|[-+]?\d[\d_]*(?:\.\d+)?(?:e[-+]?\d+)?)$/i.test(value) ? 'literal' : 'text'
}
