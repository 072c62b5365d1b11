import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { execa } from 'execa'
import { onTestFinished } from 'vitest'
import type { Engine } from './fleet.ts'
import { forget, forgetArgo, publish, repository, url } from './lab.ts'

/** A clone of the repository with a fleet of its own, whose only cluster is called proof. */
export interface Scratch {
  readonly root: string
  /** Writes a file of a person's, or the fleet itself. */
  readonly write: (path: string, content: string) => void
  /** Renders, commits everything and publishes it. */
  readonly push: (message: string) => Promise<void>
  /** `npm run test:cluster` on it. */
  readonly test: (
    ...options: readonly string[]
  ) => Promise<{ readonly code: number | undefined; readonly said: string }>
}

const identity = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_AUTHOR_NAME: 'A Person', GIT_AUTHOR_EMAIL: 'person@example.com' }
const env = { ...identity, GIT_COMMITTER_NAME: 'A Person', GIT_COMMITTER_EMAIL: 'person@example.com' }

/** It and what it brought to the cluster live as long as the test. */
export const scratch = async (engine: Engine = 'flux'): Promise<Scratch> => {
  const root = join(realpathSync(mkdtempSync(join(tmpdir(), 'fleetwright-'))), 'clone')
  onTestFinished(async () => {
    await (engine === 'flux' ? forget() : forgetArgo())
    rmSync(dirname(root), { recursive: true, force: true })
  })
  await execa('git', ['clone', '--quiet', repository, root])
  borrowPackages(root)
  const run = (program: string, ...args: readonly string[]) => execa(program, args, { cwd: root, env })
  return {
    root,
    write: (path, content) => {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), content)
    },
    push: async (message) => {
      await run('npx', 'zx', 'scripts/render.mjs')
      await run('git', 'add', '--all')
      await run('git', 'commit', '--quiet', '--message', message)
      await publish(root)
    },
    test: async (...options) => {
      // The lab answers Argo CD at the address that the fleet itself names.
      const where = engine === 'flux' ? ['--url', url] : []
      const command = ['zx', 'scripts/test-cluster.mjs', 'proof', ...where, ...options]
      const { exitCode, all } = await execa('npx', command, { cwd: root, all: true, reject: false, stdin: 'ignore' })
      return { code: exitCode, said: all }
    },
  }
}

/** The clone's packages are the repository's, but what it compiles is its own. */
const borrowPackages = (root: string): void => {
  const [from, to] = [join(repository, 'node_modules'), join(root, 'node_modules')]
  mkdirSync(to)
  for (const name of readdirSync(from)) if (name !== '.cache') symlinkSync(join(from, name), join(to, name))
}
