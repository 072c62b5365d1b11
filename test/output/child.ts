import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { onTestFinished } from 'vitest'

/** Compiles the process into a folder, returns its path. */
export async function compileProcess(folder: string): Promise<string> {
  const outfile = join(folder, 'render-process.mjs')
  const entry = fileURLToPath(new URL('render-process.ts', import.meta.url))
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'silent',
  })
  return outfile
}

/** A process that tells what it does, line by line. */
export interface Child {
  readonly pid: number
  readonly lines: readonly string[]
  /** Waits for a line that starts so. Rejects when the process ends without. */
  readonly says: (start: string) => Promise<void>
  /** Kills it so that it can do nothing about it, and waits until it is dead. */
  readonly kill: () => Promise<void>
}

export function start(script: string, ...args: readonly string[]): Child {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  return follow(child)
}

function follow(child: ChildProcess): Child {
  const lines: string[] = []
  const listeners = new Set<() => void>()
  const exited = once(child, 'exit')
  child.stdout!.setEncoding('utf8').on('data', (text: string) => {
    lines.push(...text.split('\n').filter((line) => line !== ''))
    for (const listener of listeners) listener()
  })
  const says = (start: string) =>
    new Promise<void>((resolve, reject) => {
      const listener = () => lines.some((line) => line.startsWith(start)) && resolve()
      listeners.add(listener)
      listener()
      void once(child, 'close').then(() => reject(new Error(`it never said ${start}, but ${lines.join(', ')}`)))
    })
  const kill = async () => {
    child.kill('SIGKILL')
    await exited
  }
  return { pid: child.pid!, lines, says, kill }
}
