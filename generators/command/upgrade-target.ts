import { existsSync, statSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { compare, valid } from 'semver'
import { newestVersion } from '../output/npm.ts'
import { packedPackage } from '../output/packed-package.ts'
import type { Problem } from '../problem.ts'
import { packageName } from '../upgrade/package-json.ts'

/** What a repository is to depend on. */
export interface Target {
  readonly version: string
  /** From the root of the repository: `../fleetwright-0.2.0.tgz`. Undefined where it comes from a registry. */
  readonly file?: string
}

/** The version that was named, the one that a file holds, or the newest of the registry. */
export const upgradeTarget = async (
  named: string | undefined,
  root: string,
  installed: string,
): Promise<Target | Problem | { readonly wrong: string }> => {
  if (named === undefined) return newest(root)
  const target = isFile(named) ? await packed(named, root) : valid(named)
  if (target === null) return { wrong: `'${named}' is neither a version, such as 1.2.3, nor a file that npm packed` }
  const found = typeof target === 'string' ? { version: target } : target
  return 'version' in found && compare(found.version, installed) < 0 ? older(found.version, installed) : found
}

/** Whoever names the file of a package means a file, be it there or not. */
const isFile = (named: string): boolean => /[/\\]|\.tgz$/.test(named) || (existsSync(named) && statSync(named).isFile())

const packed = async (named: string, root: string): Promise<Target | Problem> => {
  const path = resolve(named)
  const refused = (reason: string): Problem =>
    refusal(named, reason, `name a file that npm pack made of ${packageName}, or a version`)
  if (!existsSync(path)) return refused(`there is no file ${named}`)
  const found = await packedPackage(path)
  if (found === undefined) return refused(`${named} is no package of npm`)
  if (found.name !== packageName) return refused(`${named} is the package ${found.name}, and not ${packageName}`)
  return { version: found.version, file: relative(root, path) }
}

const newest = async (root: string): Promise<Target | Problem> => {
  const said = await newestVersion(packageName, { cwd: root })
  if ('output' in said && valid(said.output) !== null) return { version: said.output }
  const why = 'complaint' in said ? said.complaint : `it says '${said.output}'`
  return refusal(
    '.',
    `npm does not say which version of ${packageName} is the newest: ${why}`,
    'name a version, or the file of a package: npx zx scripts/upgrade.mjs FILE',
  )
}

const older = (version: string, installed: string): Problem =>
  refusal(
    'package.json',
    `${version} is older than ${installed}, which this repository has`,
    'to go back, revert the commit of the upgrade and run npm ci',
  )

const refusal = (file: string, reason: string, fix: string): Problem => ({
  rule: 'newer-version',
  place: [],
  file,
  reason,
  fix,
})
