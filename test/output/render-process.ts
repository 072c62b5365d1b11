import { existsSync } from 'node:fs'
import type { Run } from '../../generators/file.ts'
import { runsOf } from '../../generators/output/directory.ts'
import { write } from '../../generators/output/tree.ts'
import { openWorkTree } from '../../generators/output/work-tree.ts'
import { isVersion, type Version, versionOf } from './versions.ts'

// A process of its own that renders, for tests that need two of them or kill one:
// `loop` renders one version after the other for ever, `once` one version,
// `hold` one version as well, but not before the file `go` stands in the root.
const [root = '', mode = '', version = ''] = process.argv.slice(2)

const say = (word: string): boolean => process.stdout.write(`${word}\n`)

const render = (wanted: Version, runs: Iterable<Run>) =>
  write(openWorkTree(root), runs, {
    fingerprint: wanted,
    onWait: ({ pid }) => say(`waits for ${pid}`),
    patience: 20_000,
  })

/** The files are read with the lock held. */
function* onceToldTo(runs: readonly Run[]): Generator<Run> {
  say('holds')
  while (!existsSync(`${root}/go`)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10)
  yield* runs
}

if (!isVersion(version)) throw new Error(`no version ${version}`)
if (mode === 'loop') {
  const [one, other]: Version[] = version === 'old' ? ['old', 'new'] : ['new', 'old']
  say('starts')
  for (;;) for (const next of [one!, other!]) await render(next, runsOf(versionOf(next)))
}
const runs = runsOf(versionOf(version))
const { problems } = await render(version, mode === 'hold' ? onceToldTo(runs) : runs)
say(problems.length === 0 ? 'done' : JSON.stringify(problems))
