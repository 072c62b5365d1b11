import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { compile, compiled, compileFleet, load, loadFleet, loadFleetText, program, root } from './load.mjs'
import { startedScript } from './places.mjs'

const scribeEntry = 'generators/output/scribe.ts'

/** Loads a command and the fleet, runs the one on the other, and answers with its exit code. */
export const run = async (entry, pick, besides = []) => {
  const fleet = await loadedFleet([entry, ...besides])
  await started(pick(await load(entry)), fleet)
}

/** Runs a command that needs no fleet. */
export const runAlone = async (entry, pick) => {
  await compile([entry])
  await started(pick(await load(entry)), { exports: {}, fingerprint: '' })
}

const started = async (command, fleet) => {
  process.exitCode = await command(invocation(fleet, argumentsOf(process.argv), terminal))
}

const terminal = {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  audience: {
    environment: process.env,
    isTerminal: { out: process.stdout.isTTY === true, err: process.stderr.isTTY === true },
  },
}

/** What a command gets to know. */
export const invocation = (fleet, args, voice) => ({
  args,
  root,
  program,
  scribe: compiled(scribeEntry),
  fleet,
  ...voice,
})

/** What stands behind the script's own name, with zx before it or without, or behind the program's. */
const argumentsOf = (argv) => argv.slice(Math.max(startedScript(argv), 1) + 1)

/** The fleet, or why it does not load; with the modules of the program that are to be used with it. */
export const loadedFleet = async (entries) => {
  try {
    const fingerprint = await compileFleet([...entries, scribeEntry])
    return { exports: await loadFleet(), fingerprint }
  } catch (thrown) {
    // The command itself is needed to say what is wrong with the fleet.
    await compile([...entries, scribeEntry])
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
