import { expect, test } from 'vitest'
import { proving } from '../../generators/telemetry/proving.ts'

test('what is found in time is told with its seconds, and what is not with what was found instead', async () => {
  const said: string[] = []
  const { prove, proven, failed } = proving((line) => said.push(line.replace(/\d+\.\d s/, '… s')))
  let calls = 0
  await prove({ says: 'two come', find: async () => ++calls, expected: 2 })
  await prove({ says: 'three come', within: 0, find: async () => ({ come: 2 }), expected: { come: 3 } })
  await prove({ says: 'somebody answers', within: 0, find: () => Promise.reject(new Error('nobody')), expected: true })
  expect(said.map((line) => line.split('\n    at')[0])).toEqual([
    'ok   two come (… s)',
    'FAIL three come: after 0 s',
    '     expected { come: 3 }\n     found    { come: 2 }',
    'FAIL somebody answers: after 0 s',
    expect.stringMatching(/^ {5}expected true\n {5}found {4}Error: nobody/),
  ])
  expect([proven(), failed()]).toEqual([1, 2])
})
