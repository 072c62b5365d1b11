import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Data that the program reads while it runs, from its folder. */
export const dataFolders = ['generators/check/schema/data', 'generators/metrics/data']

const settings = {
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

/** Compiles modules of a folder with everything they import. Imported only here: most runs find everything compiled. */
export const bundle = async (home, entries, { plugins = [], ...others }) => {
  const { build } = await import('esbuild')
  return build({
    ...settings,
    absWorkingDir: home,
    outbase: home,
    entryPoints: entries.map((entry) => join(home, entry)),
    metafile: true,
    ...others,
    plugins,
  })
}

/** JSON stays where it is: Node reads it faster than a bundler can carry it along. */
export const dataStaysOutside = (found, nameOf = (path) => path) => ({
  name: 'data-stays-outside',
  setup: ({ onResolve }) =>
    onResolve({ filter: /\.json$/ }, ({ path, resolveDir }) => {
      const file = resolve(resolveDir, path)
      found(file)
      return { path: nameOf(file), external: true }
    }),
})

/** Another run may be reading the file right now. */
export const place = (path, contents) => {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(`${path}.${process.pid}`, contents)
  renameSync(`${path}.${process.pid}`, path)
}

/** Where a module goes, in whichever folder it is compiled to. */
export const compiledName = (entry) => entry.replace(/\.ts$/, '.mjs')

/** The TypeScript of a folder, and where it is compiled to; `plugins` say where imports lead that are not its own. */
export const workshop = ({ home, outdir, plugins = [] }) => {
  const fingerprint = fingerprintIn(home)
  const compiled = (entry) => join(outdir, compiledName(entry))
  return {
    compiled,

    /**
     * Compiles modules, unless nothing changed since that was last done. Answers with a fingerprint of all code and data.
     * Fails as esbuild does: with file, line and column.
     */
    compile: async (entries) => {
      const note = join(outdir, `${entries.join().replaceAll(/\W/g, '-')}.json`)
      const known = readNote(note)
      if (known !== undefined && known.fingerprint === fingerprint(known.files)) return known.fingerprint
      const files = await compileInto(outdir, home, entries, plugins)
      place(note, JSON.stringify({ files, fingerprint: fingerprint(files) }))
      return fingerprint(files)
    },

    /** Loads a compiled module; with a mark once more. */
    load: (entry, mark = '') => import(`${pathToFileURL(compiled(entry)).href}${mark}`),

    /** Loads a module as it would be with another text. Where it stands, nothing is written. */
    loadText: async (entry, contents) => {
      const { outputFiles } = await bundle(home, [entry], {
        outdir,
        plugins: [...plugins, dataStaysOutside(() => {}), otherText(join(home, entry), contents)],
      })
      const path = join(outdir, `text-${process.pid}.mjs`)
      place(path, outputFiles[0].contents)
      try {
        return await import(pathToFileURL(path).href)
      } finally {
        rmSync(path)
      }
    },
  }
}

const readNote = (path) => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

/** Sums up files by what the file system says of them; one that is gone counts too. */
const fingerprintIn = (home) => (files) => {
  const hash = createHash('sha256')
  for (const file of files) {
    const { size, mtimeMs } = statSync(join(home, file), { throwIfNoEntry: false }) ?? {}
    hash.update(`${file} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

/** Compiles into a folder, and answers with every file that went into it, from the folder of the code. */
const compileInto = async (outdir, home, entries, plugins) => {
  const data = new Set(dataFolders.flatMap((folder) => listed(home, folder)))
  const { outputFiles, metafile } = await bundle(home, entries, {
    outdir,
    splitting: true,
    plugins: [...plugins, dataStaysOutside((file) => data.add(relative(home, file)))],
  })
  for (const { path, contents } of outputFiles) place(path, contents)
  const read = Object.keys(metafile.inputs).filter((file) => !file.includes(':'))
  return [...read, ...data, 'package-lock.json'].sort()
}

const listed = (home, folder) => {
  try {
    return readdirSync(join(home, folder)).map((file) => `${folder}/${file}`)
  } catch {
    return []
  }
}

const otherText = (file, contents) => ({
  name: 'other-text',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.ts$/ }, ({ path }) => (path === file ? { contents, loader: 'ts' } : undefined)),
})
