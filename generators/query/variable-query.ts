import { standIn } from './grafana-variables.ts'
import type { Language } from './languages.ts'
import { readQuery } from './languages.ts'
import type { LabelUse, QueryReading } from './reading.ts'
import { mustCome } from './source.ts'

/** `label_values(up, job)` and its like, as Grafana's variables ask them. */
const call = /^\s*(label_values|label_names|metrics|query_result)\s*\((.*)\)\s*$/s

const nothing: QueryReading = { selectors: [], labelUses: [], merges: [], result: [], type: 'any', errors: [] }

/**
 * What the query of a template variable asks for. Positions are those in the text as it is written, variables included.
 */
export const readVariableQuery = (query: string, language: Language): QueryReading => {
  const { text } = standIn(query)
  const [, name, inside = ''] = call.exec(text) ?? []
  if (name === 'query_result') return within(query, text.indexOf('(') + 1, inside.length, language)
  if (name !== 'label_values' && name !== 'label_names') return nothing
  const start = text.indexOf('(') + 1
  const comma = name === 'label_names' ? inside.length : lastComma(inside)
  // `label_values(job)` asks for every value there is, of whatever series.
  if (comma < 0 || inside.trim() === '') return nothing
  const asked = within(query, start, comma, language)
  const label = inside.slice(comma + 1)
  const from = start + comma + 1 + (label.length - label.trimStart().length)
  const use = labelUse(label.trim(), from, asked, query)
  return { ...asked, labelUses: use === undefined ? asked.labelUses : [...asked.labelUses, use] }
}

/** The reading of a part of a query, with positions in the whole. */
const within = (query: string, start: number, length: number, language: Language): QueryReading =>
  readQuery(' '.repeat(start) + query.slice(start, start + length), language)

const labelUse = (label: string, from: number, asked: QueryReading, query: string): LabelUse | undefined => {
  const to = from + label.length
  // What a variable stands for is not known.
  if (label === '' || asked.errors.length > 0 || standIn(query).variables.some((one) => one.from < to && from < one.to))
    return undefined
  const selectors = mustCome(asked.result, label)
  return selectors === undefined ? undefined : { label, from, to, clause: 'label_values', selectors }
}

/** The comma before the label; those between braces part conditions. */
const lastComma = (text: string): number => {
  const comma = text.lastIndexOf(',')
  return comma > text.lastIndexOf('}') ? comma : -1
}
