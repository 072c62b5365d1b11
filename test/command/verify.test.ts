import { dirname } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type Checkout, checkout, ran } from './checkout.ts'

let here: Checkout
beforeAll(() => {
  here = checkout()
})
afterEach(() => here.reset())
afterAll(() => here.remove())

const none = '/nowhere'
/** A machine that has little more than Node.js, whatever this one has. */
const env = { PATH: dirname(process.execPath), HELM: none, PROMTOOL: none, AMTOOL: none, OTELCOL: none, CHARTS: '' }
const verify = (...args: readonly string[]) => ran(here.folder, args, { script: 'verify', env })

test('a good tree is told in a line, and what could not be checked in another, and exits with 0', () => {
  here.render()
  expect(verify()).toEqual({
    exitCode: 0,
    stderr: '',
    stdout: expect.stringMatching(
      /^2 clusters: 4 folders built by kustomize from .+, 10 objects as their schemas want them\.\nhelm: not found, 2 releases not checked; set HELM or put it on the PATH\.$/,
    ),
  })
})

test('machines are told the same', () => {
  here.render()
  const { exitCode, stdout } = verify('--cluster', 'a', '--json')
  expect({ exitCode, ...JSON.parse(stdout) }).toEqual({
    exitCode: 0,
    clusters: ['a'],
    folders: 2,
    objects: 5,
    kustomize: expect.any(String),
    proofs: [
      {
        by: 'helm',
        checked: {},
        notChecked: { what: { release: 1 }, because: 'not found', fix: 'set HELM or put it on the PATH' },
      },
    ],
  })
})

test('problems are told after what was checked, and exit with 1', () => {
  here.render()
  const path = 'clusters/a/web/web.yaml'
  here.write(path, here.tree()[path]?.replace('path: ./apps', 'path: ./app') ?? '')
  const { exitCode, stdout, stderr } = verify('--cluster', 'a')
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' })
  expect(stderr).toMatch(/Kustomization web\/web names app\/[\w/]+, which is no folder\n.*\n.*\n\n1 problem\.$/)
})

test('a cluster that is not there is wrong usage', () => {
  here.render()
  const { exitCode, stderr } = verify('--cluster', 'aa')
  expect({ exitCode, told: stderr.split('\n')[0] }).toEqual({
    exitCode: 2,
    told: 'there is no cluster aa: there are a, b',
  })
})
