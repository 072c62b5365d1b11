import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Problem } from '../problem.ts'

/** The process that renders. */
export interface Holder {
  readonly pid: number
  /** When it started, in the kernel's ticks since boot, so that a process with a reused number is another; `0` unknown. */
  readonly started: string
  readonly host: string
}

export interface LockOptions {
  /** Called once, when another render holds the tree. */
  readonly onWait?: (holder: Holder) => void
  /** How long to wait for it, in milliseconds. Default a minute. */
  readonly patience?: number
}

/**
 * Runs a task while no other render of the tree runs, or says what to do instead when one runs for too long.
 *
 * Every process announces itself by a file of its own and only then looks for others; whoever sees another one alive
 * withdraws and tries again. So a dead process's file can be removed by anyone at any time: nobody else ever has its name.
 */
export async function alone<T>(
  folder: string,
  { onWait, patience = 60_000 }: LockOptions,
  task: () => Promise<T>,
  otherwise: (problem: Problem) => T,
): Promise<T> {
  const mine = join(folder, nameOf(self()))
  const deadline = Date.now() + patience
  for (let waited = false; ; waited = true) {
    const other = findOther(folder, mine) ?? announce(folder, mine)
    if (other === undefined) break
    if (!waited) onWait?.(other)
    if (Date.now() >= deadline) return otherwise(running(folder, other))
    await setTimeout(20 + Math.random() * 60)
  }
  try {
    return await task()
  } finally {
    rmSync(mine, { force: true })
  }
}

/** Announces this process, unless another one did so meanwhile. */
function announce(folder: string, mine: string): Holder | undefined {
  writeFileSync(mine, '', { flag: 'wx' })
  const other = findOther(folder, mine)
  if (other !== undefined) rmSync(mine, { force: true })
  return other
}

/** A living process that announced itself. The files of dead ones are removed. */
function findOther(folder: string, mine: string): Holder | undefined {
  for (const name of readdirSync(folder)) {
    const holder = holderOf(name)
    if (holder === undefined || join(folder, name) === mine) continue
    if (isAlive(holder)) return holder
    rmSync(join(folder, name), { force: true })
  }
  return undefined
}

const self = (): Holder => ({ pid: process.pid, started: statusOf(process.pid)?.started ?? '0', host: hostname() })

/** One name per attempt: two renders in one process are two. */
const nameOf = ({ pid, started, host }: Holder): string =>
  ['lock', pid, started, Math.random().toString(36).slice(2), encodeURIComponent(host)].join('-')

function holderOf(name: string): Holder | undefined {
  const [, pid, started, host] = /^lock-(\d+)-(\d+)-[^-]*-(.*)$/.exec(name) ?? []
  return pid && started && host ? { pid: Number(pid), started, host: decodeURIComponent(host) } : undefined
}

/** Another machine's process counts as alive: from here nobody can tell. */
function isAlive({ pid, started, host }: Holder): boolean {
  if (host !== hostname()) return true
  const status = statusOf(pid)
  if (status === undefined) return answers(pid)
  return status.started === started && !['Z', 'X'].includes(status.state)
}

/** A process's state and start as Linux tells them; undefined elsewhere, or for no such process. */
function statusOf(pid: number): { readonly state: string; readonly started: string } | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')
    return { state: fields[0]!, started: fields[19]! }
  } catch {
    return undefined
  }
}

function answers(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const running = (folder: string, { pid, host }: Holder): Problem => ({
  rule: 'render-running',
  place: [],
  file: '.',
  reason: `another render of this tree runs: process ${pid} on ${host}`,
  fix: `wait for its end, or remove ${folder}/lock-${pid}-* if it runs no more`,
})
