import { describe, expect, test } from 'vitest'
import { type Audience, coloring, progressForm } from '../../generators/output/audience.ts'

const seen = { out: true, err: true }
const piped = { out: false, err: false }

describe('colours are for', () => {
  test.each<[string, Audience['environment'], Audience['isTerminal'], Audience['isTerminal']]>([
    ['a terminal', { TERM: 'xterm-256color' }, seen, { out: true, err: true }],
    ['the one stream that is not piped', {}, { out: false, err: true }, { out: false, err: true }],
    ['nobody who gets a pipe or a file', {}, piped, { out: false, err: false }],
    ['nobody with NO_COLOR', { NO_COLOR: '1' }, seen, { out: false, err: false }],
    ['a terminal whose NO_COLOR is empty', { NO_COLOR: '' }, seen, { out: true, err: true }],
    ['no terminal that knows none', { TERM: 'dumb' }, seen, { out: false, err: false }],
    ['no CI job, be there a terminal', { CI: 'true' }, seen, { out: false, err: false }],
    ['a terminal where CI is false', { CI: 'false' }, seen, { out: true, err: true }],
    ['whoever wants them by FORCE_COLOR', { FORCE_COLOR: '1', CI: 'true', NO_COLOR: '1' }, piped, seen],
    ['nobody with FORCE_COLOR=0', { FORCE_COLOR: '0' }, seen, piped],
    ['nobody with FORCE_COLOR=false', { FORCE_COLOR: 'false' }, seen, piped],
  ])('%s', (_, environment, isTerminal, colored) => {
    expect(coloring({ environment, isTerminal })).toEqual(colored)
  })
})

describe('long work is told by', () => {
  test.each<[string, Audience['environment'], Audience['isTerminal'], string]>([
    ['a bar in a terminal', { TERM: 'xterm' }, seen, 'bar'],
    ['a bar where only standard output is piped', {}, { out: false, err: true }, 'bar'],
    ['a bar without colours', { NO_COLOR: '1' }, seen, 'bar'],
    ['lines in a CI job', { CI: 'true' }, piped, 'lines'],
    ['lines in a CI job that has a terminal', { CI: '1' }, seen, 'lines'],
    ['lines in a terminal that knows no more', { TERM: 'dumb' }, seen, 'lines'],
    ['nothing in a pipe or a file', { TERM: 'xterm' }, { out: true, err: false }, 'none'],
    ['nothing where CI is false', { CI: 'false' }, piped, 'none'],
  ])('%s', (_, environment, isTerminal, form) => {
    expect(progressForm({ environment, isTerminal })).toBe(form)
  })
})
