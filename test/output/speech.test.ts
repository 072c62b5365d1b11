import { expect, test } from 'vitest'
import type { Audience } from '../../generators/output/audience.ts'
import { speech } from '../../generators/output/speech.ts'
import { handClock } from '../support/hand-clock.ts'

/** Work of six seconds, at the end of which something is said to standard output. */
const spoken = (audience?: Audience) => {
  const said: string[] = []
  const hand = handClock()
  const voice = { out: (text: string) => said.push(`out: ${text}`), err: (text: string) => said.push(`err: ${text}`) }
  const { progress, out } = speech({ ...voice, ...(audience && { audience }) }, hand.clock)
  const building = progress('building', 20)
  for (let second = 0; second < 3; second += 1) {
    building.step()
    hand.pass(2000)
  }
  out('built\n')
  building.done()
  return said
}

test('a CI job is told in lines, on standard error alone', () => {
  expect(spoken({ environment: { CI: 'true' }, isTerminal: { out: false, err: false } })).toEqual([
    'err: building: 1 of 20 (2 s)\n',
    'err: building: 2 of 20 (4 s)\n',
    'out: built\n',
  ])
})

test('who reads from a pipe, or is not known, is told nothing of it', () => {
  expect(spoken({ environment: {}, isTerminal: { out: false, err: false } })).toEqual(['out: built\n'])
  expect(spoken()).toEqual(['out: built\n'])
})
