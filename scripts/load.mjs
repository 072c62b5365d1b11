import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, realpathSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

/** The root of the repository: the folder above this one. */
const root = realpathSync(resolve(dirname(fileURLToPath(import.meta.url)), '..'))
const fleetEntry = 'generators/fleet.ts'
const outdir = join(root, 'node_modules/.cache/fleetwright')

/** Compiles modules of the repository with everything they import. Fails as esbuild does: with file, line and column. */
const compile = async (entries) => {
  const data = new Set()
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

/** Sums up all code and data that was loaded, so that a later run knows that nothing changed. */
const fingerprintOf = (outputFiles, data) => {
  const hash = createHash('sha256')
  for (const { contents } of outputFiles) hash.update(contents)
  for (const path of [...data].sort()) hash.update(`${path} ${statSync(path).size} ${statSync(path).mtimeMs}\n`)
  return hash.digest('hex')
}

/** Where a module of the repository is compiled to. */
export const compiled = (entry) => join(outdir, entry.replace(/\.ts$/, '.mjs'))

const load = (entry) => import(pathToFileURL(compiled(entry)).href)

/** Loads a command and the fleet, runs the one on the other, and ends the process with its answer. */
export const run = async (entry, pick, besides = []) => {
  const fleet = await loadFleet([entry, ...besides])
  const command = pick(await load(entry))
  process.exitCode = await command({
    args: process.argv.slice(process.argv.findIndex((word) => /\.mjs$/.test(word) && word.includes('scripts')) + 1),
    root,
    fleet,
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  })
}

const loadFleet = async (entries) => {
  try {
    const fingerprint = await compile([...entries, fleetEntry])
    return { exports: await load(fleetEntry), fingerprint }
  } catch (thrown) {
    // The command itself is needed to say what is wrong with the fleet.
    await compile(entries)
    return { thrown: await asWritten(thrown), files: sourceFiles() }
  }
}

/** A failure of the fleet's own code again, now with its place in the source; that costs time which a good fleet saves. */
const asWritten = async (thrown) => {
  if (thrown?.errors !== undefined) return thrown
  process.setSourceMapsEnabled(true)
  return import(`${pathToFileURL(compiled(fleetEntry)).href}?again`).then(
    () => thrown,
    (again) => again,
  )
}

const sourceFiles = () =>
  readdirSync(join(root, 'generators'), { recursive: true })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `generators/${file}`)
