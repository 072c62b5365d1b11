import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { compile, compiled, compileFleet, load, loadFleet, loadFleetText, program, root } from './load.mjs'
import { startedScript } from './places.mjs'

const scribeEntry = 'generators/output/scribe.ts'

/** Loads a command and the fleet, runs the one on the other, and answers with its exit code. */
export const run = async (entry, pick, besides = []) => {
  const fleet = await loadedFleet([entry, scribeEntry, ...besides])
  const command = pick(await load(entry))
  process.exitCode = await command({
    args: argumentsOf(process.argv),
    root,
    program,
    scribe: compiled(scribeEntry),
    fleet,
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  })
}

/** What stands behind the script's own name, with zx before it or without. */
const argumentsOf = (argv) => argv.slice(startedScript(argv) + 1)

const loadedFleet = async (entries) => {
  try {
    const fingerprint = await compileFleet(entries)
    return { exports: await loadFleet(), fingerprint }
  } catch (thrown) {
    // The command itself is needed to say what is wrong with the fleet.
    await compile(entries)
    return { thrown: await asWritten(thrown), files: sourceFiles() }
  }
}

/** The fleet as it would be with another text in the place of its own. */
export const fleetOfText = async (source) => {
  try {
    return { exports: await loadFleetText(source), fingerprint: `of a text: ${source}` }
  } catch (thrown) {
    return { thrown, files: sourceFiles() }
  }
}

/** A failure of the fleet's own code again, now with its place in the source; that costs time which a good fleet saves. */
const asWritten = async (thrown) => {
  if (thrown?.errors !== undefined) return thrown
  process.setSourceMapsEnabled(true)
  return loadFleet('?again').then(
    () => thrown,
    (again) => again,
  )
}

const sourceFiles = () =>
  existsSync(join(root, 'generators'))
    ? readdirSync(join(root, 'generators'), { recursive: true })
        .filter((file) => file.endsWith('.ts'))
        .map((file) => `generators/${file}`)
    : []
