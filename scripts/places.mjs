import { existsSync, realpathSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The file that describes a fleet, from the root of its repository. */
export const fleetEntry = 'generators/fleet.ts'

/** The folder of the program: this repository, or the package in the repository of somebody. */
export const program = realpathSync(resolve(dirname(fileURLToPath(import.meta.url)), '..'))

/** The nearest folder that holds a file, from one upwards. */
const nearest = (from, file) => {
  if (existsSync(join(from, file))) return from
  return dirname(from) === from ? undefined : nearest(dirname(from), file)
}

/** The script that was started, with zx before it or without: `scripts/render.mjs`. -1 where it was none of them. */
export const startedScript = (argv) => argv.findIndex((word) => /(^|[/\\])scripts[/\\][\w-]+\.mjs$/.test(word))

const here = realpathSync(process.cwd())
const script = process.argv[startedScript(process.argv)]

/** The root of the repository whose fleet it is: where the script stands, or the nearest from the working directory upwards. */
export const root =
  (script && nearest(dirname(resolve(script)), fleetEntry)) ??
  nearest(here, fleetEntry) ??
  nearest(here, 'package.json') ??
  here

/** Whether the program comes compiled: a package holds no TypeScript of its own. */
export const isPackage = !existsSync(join(program, 'generators/fleetwright.ts'))
