import { expect, test } from 'vitest'
import type { Standing } from '../../generators/reconcile/standing.ts'
import { teller } from '../../generators/reconcile/teller.ts'
import { keptProgress } from '../support/kept-progress.ts'

const standing = (name: string, state: Standing['state'], message = ''): Standing => ({
  name,
  place: [],
  state,
  message,
})

/** What is said of a cluster that is looked at again and again, without the seconds. */
const telling = (...looks: readonly (readonly Standing[])[]) => {
  const said: string[] = []
  const { track, told } = keptProgress()
  const tell = teller({ say: (line) => said.push(line.replace(/ \(\d+ s\)$/, '')), progress: track('reconciling', 2) })
  for (const look of looks) tell(look)
  return { said, told: told.slice(1) }
}

const [loki, web] = ['Kustomization monitoring/loki', 'Kustomization web/web']
const release = 'HelmRelease monitoring/loki'

test('what becomes ready and what fails is said once, and what is waited for is told all the time', () => {
  const { said, told } = telling(
    [standing(loki, 'waiting'), standing(web, 'waiting'), standing(release, 'waiting')],
    [standing(loki, 'waiting'), standing(web, 'ready'), standing(release, 'failed', 'no such chart')],
    [standing(loki, 'waiting'), standing(web, 'ready'), standing(release, 'failed', 'no such chart')],
    [standing(loki, 'ready'), standing(web, 'ready')],
  )
  expect(said).toEqual([`ready   ${web}`, `failing ${release}: no such chart`, `ready   ${loki}`])
  expect(told).toEqual([
    `0: waiting for ${loki} and 2 others`,
    `1: waiting for ${loki} and ${release}`,
    `1: waiting for ${loki} and ${release}`,
    '2: nothing',
  ])
})
