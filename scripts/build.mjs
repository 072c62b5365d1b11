#!/usr/bin/env zx
// For `npm pack`, which runs it: compiles the program into dist/, and the types of what a fleet is written with into types/.
import { createHash } from 'node:crypto'
import { copyFileSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { execaSync } from 'execa'
import packageJson from '../package.json' with { type: 'json' }
import { bundle, dataFolders, dataStaysOutside, place } from './compile.mjs'
import { libraryEntry } from './load.mjs'
import { program } from './places.mjs'

const made = ['dist', 'types']
for (const folder of made) rmSync(join(program, folder), { recursive: true, force: true })
if (process.argv.includes('--clean')) process.exit()

const isShipped = (script) => !packageJson.files.includes(`!scripts/${script}`)
const scripts = readdirSync(join(program, 'scripts')).filter(isShipped)
const entries = new Set([libraryEntry])
for (const script of scripts) {
  // What the scripts start, they name.
  const text = readFileSync(join(program, 'scripts', script), 'utf8')
  for (const [entry] of text.matchAll(/(?<=')generators\/[\w/-]+\.ts(?=')/g)) entries.add(entry)
}
entries.delete('generators/fleet.ts')

const data = new Set()
const { outputFiles } = await bundle(program, [...entries], {
  outdir: join(program, 'dist'),
  splitting: true,
  sourcemap: false,
  plugins: [
    dataStaysOutside(
      (file) => data.add(file),
      (file) => `#program/${relative(program, file)}`,
    ),
  ],
})
for (const { path, contents } of outputFiles) place(path, contents)

const hash = createHash('sha256')
for (const { path, contents } of outputFiles.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
  hash.update(`${relative(program, path)}\n`).update(contents)
}
for (const folder of dataFolders)
  for (const file of readdirSync(join(program, folder))) data.add(join(program, folder, file))
for (const file of [...data].sort()) hash.update(`${relative(program, file)}\n`).update(readFileSync(file))
place(join(program, 'dist/fingerprint'), hash.digest('hex'))

// esbuild gives one file two names when it is installed, and npm unpacks a file that has a second name under the first alone.
const esbuild = join(program, 'node_modules/esbuild/bin/esbuild')
copyFileSync(esbuild, `${esbuild}.${process.pid}`)
renameSync(`${esbuild}.${process.pid}`, esbuild)

execaSync('tsc', ['--project', 'tsconfig.types.json'], { cwd: program, preferLocal: true, stdio: 'inherit' })
