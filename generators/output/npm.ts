import { execa } from 'execa'

/** Where a program runs, and what breaks it off. */
export interface Surroundings {
  readonly cwd: string
  readonly signal?: AbortSignal | undefined
}

/** What a program answered, or what it said when it failed. */
export type Said = { readonly output: string } | { readonly complaint: string }

/** Runs a program to its end. Never throws: a failure is an answer too. */
export const ran = async (program: string, args: readonly string[], { cwd, signal }: Surroundings): Promise<Said> => {
  const { failed, stderr, stdout, shortMessage } = await execa(program, args, {
    cwd,
    reject: false,
    stdin: 'ignore',
    ...(signal === undefined ? {} : { cancelSignal: signal }),
  })
  if (!failed) return { output: stdout }
  return { complaint: stderr.trim() || stdout.trim() || shortMessage || 'it failed without a word' }
}

/**
 * Installs what package.json asks for, or says why not. The package brings all that it needs for this kind of machine, so
 * that npm has nobody to ask; on another one it must.
 */
export const installPackages = async (surroundings: Surroundings): Promise<string | undefined> => {
  const args = ['install', '--no-audit', '--no-fund', '--loglevel=error']
  if ('output' in (await ran('npm', [...args, '--offline'], surroundings))) return undefined
  const said = await ran('npm', args, surroundings)
  return 'complaint' in said ? inShort(said.complaint) : undefined
}

/** The newest version of a package, as the registry of a repository has it. */
export const newestVersion = async (name: string, surroundings: Surroundings): Promise<Said> => {
  const said = await ran('npm', ['view', name, 'version', '--loglevel=error'], surroundings)
  return 'output' in said ? { output: said.output.trim() } : { complaint: inShort(said.complaint) }
}

/** What npm says first is what happened; then come its stack, and where it keeps its log. */
const inShort = (complaint: string): string =>
  complaint
    .split('\n')
    .filter((line) => !/^npm warn|^npm error\s*(at .*)?$|complete log of this run/.test(line))
    .map((line) => line.replace(/^npm error /, ''))
    .slice(0, 6)
    .join('\n')
