import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

/** The root of the repository: the folder above this one. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')

/** JSON data stays where it is: Node reads it faster than a bundler can carry it along. */
const dataStaysOutside = {
  name: 'data-stays-outside',
  setup: ({ onResolve }) =>
    onResolve({ filter: /\.json$/ }, ({ path, resolveDir }) => ({ path: resolve(resolveDir, path), external: true })),
}

/**
 * Compiles a TypeScript module of the repository and everything it imports, and loads it.
 * Also returns a fingerprint of all that code, by which a later run knows that nothing changed.
 * Fails as esbuild does, with `errors` that carry file, line and column.
 */
export const load = async (entry) => {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: join(root, 'node_modules/.cache/fleetwright', entry.replace(/\.ts$/, '.mjs')),
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    sourcemap: 'inline',
    sourcesContent: false,
    logLevel: 'silent',
    plugins: [dataStaysOutside],
  })
  const [{ path, text }] = outputFiles
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
  const fingerprint = createHash('sha256').update(text).digest('hex')
  return { module: await import(pathToFileURL(path).href), fingerprint }
}
