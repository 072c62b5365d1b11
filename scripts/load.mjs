import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, realpathSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

/** The root of the repository: the folder above this one. */
export const root = realpathSync(resolve(dirname(fileURLToPath(import.meta.url)), '..'))

const outdir = join(root, 'node_modules/.cache/fleetwright')

/** Data that the program reads while it runs. */
const dataFolder = 'generators/check/schema/data'

/**
 * Compiles TypeScript modules of the repository with everything they import, and answers with a fingerprint of it all,
 * by which a later run knows that nothing changed. Fails as esbuild does: with file, line and column.
 */
export const compile = async (entries) => {
  const data = new Set(readdirSync(join(root, dataFolder)).map((file) => join(root, dataFolder, file)))
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: entries,
    outdir,
    outbase: root,
    bundle: true,
    splitting: true,
    write: false,
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    platform: 'node',
    target: 'node20.10',
    packages: 'external',
    sourcemap: 'inline',
    sourcesContent: false,
    logLevel: 'silent',
    plugins: [dataStaysOutside(data)],
  })
  for (const { path, contents } of outputFiles) place(path, contents)
  return fingerprintOf(outputFiles, data)
}

/** JSON stays where it is: Node reads it faster than a bundler can carry it along. */
const dataStaysOutside = (data) => ({
  name: 'data-stays-outside',
  setup: ({ onResolve }) =>
    onResolve({ filter: /\.json$/ }, ({ path, resolveDir }) => {
      data.add(resolve(resolveDir, path))
      return { path: resolve(resolveDir, path), external: true }
    }),
})

/** Another run may be reading the file right now. */
const place = (path, contents) => {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(`${path}.${process.pid}`, contents)
  renameSync(`${path}.${process.pid}`, path)
}

const fingerprintOf = (outputFiles, data) => {
  const hash = createHash('sha256')
  for (const { contents } of outputFiles) hash.update(contents)
  for (const path of [...data].sort()) hash.update(`${path} ${statSync(path).size} ${statSync(path).mtimeMs}\n`)
  return hash.digest('hex')
}

/** Where a module of the repository is compiled to. */
export const compiled = (entry) => join(outdir, entry.replace(/\.ts$/, '.mjs'))

/** Loads a compiled module; with a mark once more. */
export const load = (entry, mark = '') => import(`${pathToFileURL(compiled(entry)).href}${mark}`)
