import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import type { Problem } from '../problem.ts'

/** What is told of the copy of this program that a repository has. */
export interface InstalledPackage {
  readonly version: string
  /** The text of the repository's package.json. */
  readonly packageJson: string
}

/** The program that a repository depends on, if it is this one; else why it cannot be brought up to date. */
export const installedPackage = (root: string, program: string, name: string): InstalledPackage | Problem => {
  const refused = (reason: string, fix: string): Problem => ({
    rule: 'installed-package',
    place: [],
    file: 'package.json',
    reason,
    fix,
  })
  const other = ['pnpm-lock.yaml', 'yarn.lock', 'bun.lock', 'bun.lockb'].find((file) => existsSync(join(root, file)))
  if (other !== undefined) {
    return refused(
      `${other} says that another program than npm installs packages here`,
      `write the newer version into package.json, install it with that program, and render`,
    )
  }
  const installed = join(root, 'node_modules', name)
  if (!existsSync(join(root, 'package.json')) || !existsSync(installed)) {
    return refused(`${name} is not installed in ${root}`, 'run npm ci there, or npm install where there is no lock')
  }
  if (realpathSync(installed) !== program) {
    return refused(`this is ${program}, and not the ${name} of the repository`, 'run npx zx scripts/upgrade.mjs there')
  }
  const { version } = JSON.parse(readFileSync(join(program, 'package.json'), 'utf8'))
  return { version, packageJson: readFileSync(join(root, 'package.json'), 'utf8') }
}
