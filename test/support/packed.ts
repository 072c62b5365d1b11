import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { execaSync } from 'execa'
import { scratchCopy } from './scratch-copy.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** What a later version changes in the text of a compiled file: `[what stands there, what it becomes]`. */
export type Edit = readonly [from: string, to: string]

/** Files of our package, as npm packs them, in one folder. */
export interface Packed {
  readonly first: string
  /** Packs the same program once more, as another version that differs by these words. */
  readonly later: (version: string, edits: readonly Edit[]) => string
}

/**
 * Packs the program as it stands, without the packages that it depends on: they take most of the time, and are found in a
 * folder above. Whatever uses the files has to be in `home`.
 */
export const packed = (home: string): Packed => {
  symlinkSync(join(root, 'node_modules'), join(home, 'node_modules'))
  const copy = scratchCopy()
  try {
    copy.run(process.execPath, 'scripts/build.mjs')
    const own = JSON.parse(readFileSync(join(copy.folder, 'package.json'), 'utf8'))
    const { dependencies, bundledDependencies, ...light } = own
    writeFileSync(join(copy.folder, 'package.json'), JSON.stringify(light, null, 2))
    const first = join(
      home,
      copy.run('npm', 'pack', '--ignore-scripts', '--loglevel=error', '--pack-destination', home).stdout,
    )
    return { first, later: (version, edits) => repacked(home, first, version, edits) }
  } finally {
    copy.remove()
  }
}

const repacked = (home: string, first: string, version: string, edits: readonly Edit[]): string => {
  const folder = join(home, `unpacked-${version}`)
  mkdirSync(folder)
  execaSync('tar', ['-xzf', first, '-C', folder])
  const inPackage = (path: string): string => join(folder, 'package', path)
  const edit = (path: string, from: string, to: string): boolean => {
    const text = readFileSync(inPackage(path), 'utf8')
    if (text.includes(from)) writeFileSync(inPackage(path), text.replaceAll(from, to))
    return text.includes(from)
  }
  const compiled = readdirSync(inPackage('dist'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.mjs'),
  )
  for (const [from, to] of edits) {
    if (compiled.filter((file) => edit(`dist/${file}`, from, to)).length === 0) throw new Error(`nowhere: ${from}`)
  }
  edit('package.json', '"version": "0.1.0"', `"version": "${version}"`)
  writeFileSync(inPackage('dist/fingerprint'), version)
  const file = join(home, `fleetwright-${version}.tgz`)
  execaSync('tar', ['-czf', file, '-C', folder, 'package'])
  rmSync(folder, { recursive: true })
  return file
}
