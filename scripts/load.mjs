import { createHash } from 'node:crypto'
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** The root of the repository: the folder above this one. */
export const root = realpathSync(resolve(dirname(fileURLToPath(import.meta.url)), '..'))

// Several work trees may share one node_modules by a link, so each root has a folder of its own there.
const outdir = join(
  realpathSync(join(root, 'node_modules')),
  '.cache/fleetwright',
  createHash('sha256').update(root).digest('hex').slice(0, 12),
)

/** Data that the program reads while it runs. */
const dataFolders = ['generators/check/schema/data', 'generators/metrics/data']

/**
 * Compiles TypeScript modules of the repository with everything they import, unless nothing changed since that was last
 * done. Answers with a fingerprint of all code and data. Fails as esbuild does: with file, line and column.
 */
export const compile = async (entries) => {
  const note = join(outdir, `${entries.join().replaceAll(/\W/g, '-')}.json`)
  const known = readNote(note)
  if (known !== undefined && known.fingerprint === fingerprintOf(known.files)) return known.fingerprint
  const files = await bundle(entries)
  const fingerprint = fingerprintOf(files)
  place(note, JSON.stringify({ files, fingerprint }))
  return fingerprint
}

const readNote = (path) => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

/** Sums up files by what the file system says of them; one that is gone counts too. */
const fingerprintOf = (files) => {
  const hash = createHash('sha256')
  for (const file of files) {
    const { size, mtimeMs } = statSync(join(root, file), { throwIfNoEntry: false }) ?? {}
    hash.update(`${file} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

const settings = {
  absWorkingDir: root,
  outdir,
  outbase: root,
  bundle: true,
  write: false,
  format: 'esm',
  outExtension: { '.js': '.mjs' },
  platform: 'node',
  target: 'node20.10',
  packages: 'external',
  sourcemap: 'inline',
  sourcesContent: false,
  logLevel: 'silent',
}

/** Compiles, and answers with every file that went into it, from the root. */
const bundle = async (entries) => {
  const data = new Set(
    dataFolders.flatMap((folder) => readdirSync(join(root, folder)).map((file) => `${folder}/${file}`)),
  )
  // Imported only here: most runs find everything compiled already.
  const { build } = await import('esbuild')
  const { outputFiles, metafile } = await build({
    ...settings,
    entryPoints: entries,
    splitting: true,
    metafile: true,
    plugins: [dataStaysOutside(data)],
  })
  for (const { path, contents } of outputFiles) place(path, contents)
  return [...Object.keys(metafile.inputs), ...data, 'package-lock.json'].sort()
}

/** JSON stays where it is: Node reads it faster than a bundler can carry it along. */
const dataStaysOutside = (data) => ({
  name: 'data-stays-outside',
  setup: ({ onResolve }) =>
    onResolve({ filter: /\.json$/ }, ({ path, resolveDir }) => {
      data.add(relative(root, resolve(resolveDir, path)))
      return { path: resolve(resolveDir, path), external: true }
    }),
})

/** Another run may be reading the file right now. */
const place = (path, contents) => {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(`${path}.${process.pid}`, contents)
  renameSync(`${path}.${process.pid}`, path)
}

/** Where a module of the repository is compiled to. */
export const compiled = (entry) => join(outdir, entry.replace(/\.ts$/, '.mjs'))

/** Loads a compiled module; with a mark once more. */
export const load = (entry, mark = '') => import(`${pathToFileURL(compiled(entry)).href}${mark}`)

/** Loads a module as it would be with another text. Where it stands, nothing is written. */
export const loadText = async (entry, contents) => {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    ...settings,
    entryPoints: [entry],
    plugins: [dataStaysOutside(new Set()), otherText(entry, contents)],
  })
  const path = join(outdir, `text-${process.pid}.mjs`)
  place(path, outputFiles[0].contents)
  try {
    return await import(pathToFileURL(path).href)
  } finally {
    rmSync(path)
  }
}

const otherText = (entry, contents) => ({
  name: 'other-text',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.ts$/ }, ({ path }) => (path === join(root, entry) ? { contents, loader: 'ts' } : undefined)),
})
