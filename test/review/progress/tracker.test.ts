import { expect, test } from 'vitest'
import { tracker } from '../../../generators/review/progress/tracker.ts'
import { barLine, type Work, workLine } from '../../../generators/review/progress/work.ts'
import { handClock } from '../../support/hand-clock.ts'

/** Follows building 40 folders, on a display that keeps what it is shown. */
const followed = () => {
  const shown: string[] = []
  const hand = handClock()
  const track = tracker(hand.clock, () => ({
    show: (work) => shown.push(workLine(work)),
    hide: () => shown.push('hidden'),
  }))
  return { ...hand, shown, progress: track('building folders', 40) }
}

test('work of less than a second shows nothing, however many its steps', () => {
  const { progress, pass, shown, isWatched } = followed()
  for (let folder = 0; folder < 40; folder += 1) {
    pass(24)
    progress.step()
  }
  progress.done()
  pass(1000)
  expect(shown).toEqual([])
  expect(isWatched()).toBe(false)
})

test('work that stands still is shown by the clock alone, and what it waits for', () => {
  const { progress, pass, shown } = followed()
  progress.step('apps/base/monitoring/loki')
  pass(1000)
  pass(500)
  progress.done()
  expect(shown).toEqual([
    'building folders: 1 of 40 (1 s), apps/base/monitoring/loki',
    'building folders: 1 of 40 (1 s), apps/base/monitoring/loki',
    'hidden',
  ])
})

test('work that never lets go is shown by its steps alone', () => {
  const { progress, busy, shown } = followed()
  progress.step()
  busy(2000)
  progress.step()
  expect(shown).toEqual(['building folders: 2 of 40 (2 s)'])
})

test('work may go back, as what was ready may fail', () => {
  const { progress, busy, shown } = followed()
  busy(1000)
  progress.reach(3, 'Kustomization web/web')
  progress.reach(2)
  expect(shown).toEqual(['building folders: 3 of 40 (1 s), Kustomization web/web', 'building folders: 2 of 40 (1 s)'])
})

test('nothing is shown of work that is over, be somebody late', () => {
  const { progress, busy, shown } = followed()
  busy(3000)
  progress.done()
  progress.step()
  expect(shown).toEqual([])
})

test('beside a bar stands the same', () => {
  const work: Work = { what: 'asking', total: 4, value: 1, now: 'promtool', elapsed: 61_900 }
  expect(barLine(work, '=---')).toBe('asking [=---] 1 of 4 (61 s), promtool')
})
