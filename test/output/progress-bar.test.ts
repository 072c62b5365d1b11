import { PassThrough } from 'node:stream'
import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import { speech } from '../../generators/output/speech.ts'
import { handClock } from '../support/hand-clock.ts'

/** A terminal that keeps what is written to it. */
const terminal = (columns: number) => {
  const stream = Object.assign(new PassThrough(), { isTTY: true, columns })
  return {
    stream: stream as unknown as NodeJS.WriteStream,
    written: (): string => String(stream.read() ?? ''),
  }
}

/** A command that speaks in a terminal. */
const inTerminal = (columns = 100) => {
  const { stream, written } = terminal(columns)
  const hand = handClock()
  const write = (text: string) => stream.write(text)
  const audience = { environment: { TERM: 'xterm' }, isTerminal: { out: true, err: true } }
  return { ...speech({ out: write, err: write, audience }, hand.clock, stream), ...hand, written }
}

const eraseLine = '\u001b[2K'
const bar = (standing: string, done: number): string =>
  `building [${'='.repeat(done)}${'-'.repeat(24 - done)}] ${standing}`

test('a bar is drawn after a second, and leaves nothing behind', () => {
  const { progress, pass, written } = inTerminal()
  const building = progress('building', 4)
  building.step()
  expect(written()).toBe('')
  pass(1000)
  expect(stripVTControlCharacters(written())).toBe(bar('1 of 4 (1 s)', 6))
  building.done()
  expect(written().endsWith(eraseLine)).toBe(true)
})

test('what is said meanwhile stands on a line of its own, and the bar below it', () => {
  const { progress, pass, out, written } = inTerminal()
  const building = progress('building', 4)
  pass(1000)
  written()
  out('ready web\n')
  building.done()
  const [above = '', below = ''] = written().split('ready web\n')
  expect(above.endsWith(eraseLine)).toBe(true)
  expect(stripVTControlCharacters(below)).toBe(bar('0 of 4 (1 s)', 0))
})

test('a bar is no wider than its terminal', () => {
  const { progress, pass, written } = inTerminal(40)
  const building = progress('building', 4)
  building.step('apps/base/monitoring/kube-prometheus-stack')
  pass(1000)
  building.done()
  expect(stripVTControlCharacters(written()).slice(0, 40)).toBe(bar('1 of', 6).slice(0, 40))
})

test('the terminal goes on wrapping lines and showing its cursor, be the program killed', () => {
  const { progress, pass, written } = inTerminal()
  progress('building', 4)
  pass(1000)
  expect(written()).not.toMatch(/\[\?(7l|25l)/)
})
