import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { Hindrance } from '../hindrance.ts'

/** What is started, and how it is known to be up. */
export interface Startable {
  readonly name: string
  readonly program: string
  readonly args: readonly string[]
  /** All of its environment. */
  readonly env: Readonly<Record<string, string>>
  readonly folder: string
  /** Where its output is added. */
  readonly log: string
  /** Answers with 200 once it is up. */
  readonly ready: string
}

/** Programs that are up, each by its name. Whoever opened them closes them, or they live on. */
export interface Processes {
  /** Starts it and waits until it is up. Throws with the end of its log when it ends, or is not up after a minute. */
  readonly start: (what: Startable) => Promise<void>
  /** Asks it to end, and waits until it did. */
  readonly stop: (name: string) => Promise<void>
  /** As the death of its node does: it gets to do nothing any more. */
  readonly kill: (name: string) => Promise<void>
  /** Kills all of them at once. */
  readonly close: () => void
}

export const openProcesses = (): Processes => {
  const running = new Map<string, ChildProcess>()
  const end = async (name: string, signal: NodeJS.Signals): Promise<void> => {
    const child = running.get(name)
    if (child === undefined || hasEnded(child)) return
    child.kill(signal)
    await once(child, 'exit')
    running.delete(name)
  }
  return {
    start: async (what) => {
      const child = spawned(what)
      running.set(what.name, child)
      await isUp(child, what)
    },
    stop: (name) => end(name, 'SIGTERM'),
    kill: (name) => end(name, 'SIGKILL'),
    close: () => {
      for (const child of running.values()) child.kill('SIGKILL')
    },
  }
}

const spawned = ({ program, args, env, folder, log }: Startable): ChildProcess => {
  const output = openSync(log, 'a')
  try {
    return spawn(program, args, { cwd: folder, env, stdio: ['ignore', output, output] })
  } finally {
    closeSync(output)
  }
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null

const isUp = async (child: ChildProcess, { name, ready, log }: Startable): Promise<void> => {
  for (const end = Date.now() + 60_000; Date.now() < end; await wait(100)) {
    if (await fetch(ready).then(({ ok }) => ok, no)) return
    if (hasEnded(child)) break
  }
  throw new Hindrance(`${name} does not run:\n${readFileSync(log, 'utf8').split('\n').slice(-8).join('\n')}`)
}

const no = (): boolean => false
