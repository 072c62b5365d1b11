import { existsSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { execaSync } from 'execa'

/** What is told of this program as a package. */
export interface OwnPackage {
  readonly version: string
  /** The version of TypeScript that it was checked with. */
  readonly typescript: string
}

export const ownPackage = (program: string): OwnPackage => {
  const { version, devDependencies } = readJson(join(program, 'package.json'))
  return { version, typescript: devDependencies.typescript }
}

/**
 * The file that this program was installed from, or that npm packs it into where this is its own repository. Undefined
 * where it came from a registry.
 */
export const packageFile = (program: string): string | undefined => {
  if (existsSync(join(program, 'generators/fleetwright.ts'))) return packed(program)
  const home = resolve(program, '../..')
  const installed = join(home, 'node_modules/.package-lock.json')
  if (!existsSync(installed)) return undefined
  const { resolved = '' } = readJson(installed).packages[relative(home, program)] ?? {}
  const file = resolved.startsWith('file:') ? resolve(home, decodeURI(resolved.slice('file:'.length))) : ''
  return file.endsWith('.tgz') && existsSync(file) ? file : undefined
}

const packed = (program: string): string => {
  const { stdout } = execaSync('npm', ['pack', '--loglevel=error'], { cwd: program })
  return join(program, stdout.trim().split('\n').at(-1)!)
}

/** A package as npm wrote it. */
const readJson = (file: string) => JSON.parse(readFileSync(file, 'utf8'))
