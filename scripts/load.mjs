import { createHash } from 'node:crypto'
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { compiledName, workshop } from './compile.mjs'
import { fleetEntry, isPackage, program, root } from './places.mjs'

export { program, root } from './places.mjs'

/** What a fleet is written with: what `import … from 'fleetwright'` means. */
export const libraryEntry = 'generators/fleetwright.ts'

/** Several work trees may share one node_modules by a link, so each folder of code has one of its own there. */
const cacheOf = (home) => {
  const packages = join(home, 'node_modules')
  return join(
    existsSync(packages) ? realpathSync(packages) : packages,
    '.cache/fleetwright',
    createHash('sha256').update(home).digest('hex').slice(0, 12),
  )
}

const packed = join(program, 'dist')
const own = isPackage ? undefined : workshop({ home: program, outdir: cacheOf(program) })

/** Compiles modules of the program, unless it came compiled. Answers with a fingerprint of all its code and data. */
export const compile = async (entries) =>
  own === undefined ? readFileSync(join(packed, 'fingerprint'), 'utf8') : own.compile(entries)

/** Where a module of the program is compiled to. */
export const compiled = (entry) => (own === undefined ? join(packed, compiledName(entry)) : own.compiled(entry))

/** Loads a compiled module of the program. */
export const load = (entry) => import(pathToFileURL(compiled(entry)).href)

/** The package's name leads to the very modules that the program runs, and a name that it does not export is told by line. */
const packageIsProgram = {
  name: 'package-is-program',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^fleetwright$/ }, () => ({ path: 'fleetwright', namespace: 'package' }))
    onLoad({ filter: /./, namespace: 'package' }, async () => {
      const names = Object.keys(await load(libraryEntry)).join(', ')
      return { contents: `export { ${names} } from ${JSON.stringify(pathToFileURL(compiled(libraryEntry)).href)}` }
    })
    onResolve({ filter: /^file:/, namespace: 'package' }, ({ path }) => ({ path, external: true }))
  },
}

// In this repository itself the fleet is code like any other, and imports it by path.
const isOwnFleet = root === program
const fleets =
  isOwnFleet && own !== undefined ? own : workshop({ home: root, outdir: cacheOf(root), plugins: [packageIsProgram] })

/** Compiles the repository's fleet, and modules of the program. Answers with a fingerprint of all code and data. */
export const compileFleet = async (entries) => {
  if (fleets === own) return own.compile([...entries, fleetEntry])
  const fingerprint = await compile([...entries, libraryEntry])
  return `${fingerprint} ${await fleets.compile([fleetEntry])}`
}

/** Loads the compiled fleet; with a mark once more. */
export const loadFleet = (mark) => fleets.load(fleetEntry, mark)

/** Loads the fleet as it would be with another text in the place of its own. */
export const loadFleetText = (contents) => fleets.loadText(fleetEntry, contents)
