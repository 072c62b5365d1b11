import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { execaSync } from 'execa'
import { median, table } from '../bench/figures.ts'
import type { Measured, Task, TaskName } from '../bench/task.ts'
import type { Progress } from '../progress.ts'
import { command } from './command.ts'

export const usage = {
  command: 'npm run bench --',
  does: 'Measures rendering against the least possible work, in the same run. Figures are medians; ratios are of medians.',
  options: {
    files: { value: 'N', does: 'only a made-up fleet of N files (default: 1000, 10000 and 100000)' },
    rounds: { value: 'N', does: 'how often each task runs (default: 5, and 3 for 100000 files)' },
  },
} as const

/** `scripts/bench.mjs`. `worker` is the compiled program that measures one task. */
export const benchCommand = (worker: string) =>
  command(usage, async ({ options: { files, rounds } }, { root, scribe, out, progress }) => {
    const notCounted = [files, rounds].find((number) => number !== undefined && !/^[1-9]\d*$/.test(number))
    if (notCounted !== undefined) return { wrong: `'${notCounted}' is no number: write one, such as 1000` }
    const sizes = files === undefined ? [1000, 10_000, 100_000] : [Number(files)]
    const home = mkdtempSync(join(root, 'node_modules/.cache/bench-'))
    try {
      for (const size of sizes) {
        const often = rounds === undefined ? (size > 10_000 ? 3 : 5) : Number(rounds)
        const measure: Measure = (task) => measured(worker, { ...task, root, scribe })
        const measuring = progress(`measuring ${size} files`, often * taskCount)
        const figures = told(measuring, measure, (one) => measureSize(size, often, one, join(home, String(size))))
        out(sizeTable(size, figures))
      }
      const often = rounds === undefined ? 5 : Number(rounds)
      const measuring = progress('measuring the whole command', often * 2)
      out(told(measuring, timeOf(root), (time) => wholeCommand(time, often, home)))
    } finally {
      rmSync(home, { recursive: true, force: true })
    }
    return 0
  })

const measured = (worker: string, task: Task): Measured =>
  JSON.parse(execaSync(process.execPath, [worker, JSON.stringify(task)]).stdout)

/** Work that measures again and again, each time a step of its progress. */
const told = <Args extends readonly unknown[], One, All>(
  progress: Progress,
  measure: (...args: Args) => One,
  work: (measure: (...args: Args) => One) => All,
): All => {
  try {
    return work((...args) => {
      const one = measure(...args)
      progress.step()
      return one
    })
  } finally {
    progress.done()
  }
}

type Measure = (task: Omit<Task, 'root' | 'scribe'>) => Measured
type Figures = Record<TaskName, Measured[]>

const noFigures = (): Figures => ({ limit: [], render: [], copy: [], status: [], unchanged: [], check: [] })

const taskCount = Object.keys(noFigures()).length

/** Tasks take turns, so that a slow moment of the machine meets all alike. Each writes into a new folder beside the last. */
const measureSize = (files: number, rounds: number, measure: Measure, home: string): Figures => {
  const figures = noFigures()
  for (let round = 0; round < rounds; round += 1) {
    const folder = join(home, `render-${round}`)
    mkdirSync(folder, { recursive: true })
    execaSync('git', ['init', '--quiet'], { cwd: folder })
    figures.limit.push(measure({ name: 'limit', files, folder: join(home, `limit-${round}`) }))
    figures.render.push(measure({ name: 'render', files, folder }))
    figures.copy.push(measure({ name: 'copy', files, folder: join(home, `limit-${round}`) }))
  }
  const folder = join(home, 'render-0')
  execaSync('git', ['add', '--all'], { cwd: folder })
  execaSync(
    'git',
    ['-c', 'user.name=bench', '-c', 'user.email=bench@example.com', 'commit', '--quiet', '-m', 'Render'],
    { cwd: folder },
  )
  for (let round = 0; round < rounds; round += 1) {
    for (const name of ['status', 'unchanged', 'check'] as const) figures[name].push(measure({ name, files, folder }))
  }
  return figures
}

const sizeTable = (files: number, figures: Figures): string => {
  const time = (name: TaskName) => median(figures[name].map(({ milliseconds }) => milliseconds))
  const row = (name: TaskName, what: string, against?: TaskName, aim?: string) => [
    what,
    `${time(name).toFixed(0)} ms`,
    `${median(figures[name].map(({ mebibytes }) => mebibytes)).toFixed(0)} MiB`,
    against === undefined ? '' : `${(time(name) / time(against)).toFixed(2)} × ${against}`,
    aim ?? '',
  ]
  return table(`${files} files`, [
    row('limit', 'limit: write the ready bytes'),
    row('copy', 'cp -r'),
    row('status', 'git status'),
    row('render', 'render, cold', 'limit', 'at most 1.25'),
    row('unchanged', 'render, nothing changed', 'status', 'at most 1.50'),
    row('check', 'render --check, nothing changed', 'status', 'at most 1.50'),
  ])
}

/** Milliseconds that zx takes for a script. */
const timeOf =
  (root: string) =>
  (script: string): number => {
    const begun = performance.now()
    execaSync('npx', ['zx', script], { cwd: root })
    return performance.now() - begun
  }

/** The committed fleet as a user renders it, beside zx with nothing to do. */
const wholeCommand = (time: (script: string) => number, rounds: number, home: string): string => {
  const empty = join(home, 'empty.mjs')
  writeFileSync(empty, '')
  const alone: number[] = []
  const whole: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    alone.push(time(empty))
    whole.push(time('scripts/render.mjs'))
  }
  const above = median(whole) - median(alone)
  return table('the committed fleet, whole command', [
    ['npx zx, nothing to do', `${median(alone).toFixed(0)} ms`],
    [
      'npx zx scripts/render.mjs',
      `${median(whole).toFixed(0)} ms`,
      `${above.toFixed(0)} ms above`,
      'at most 500 ms above',
    ],
  ])
}
