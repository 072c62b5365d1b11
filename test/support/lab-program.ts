import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * A program of the lab: what an environment variable names, what is on the path, what the lab has built. It is there if
 * it answers the question.
 */
export const labProgram = (name: string, question: readonly string[] = ['--version']): string | undefined =>
  [
    process.env[name.toUpperCase()],
    name,
    join(process.env.LAB_HOME ?? join(homedir(), '.cache/gitops-lab'), 'bin', name),
  ].find((place) => place !== undefined && spawnSync(place, question).status === 0)

/** Why a test that needs one is skipped. */
export const without = (name: string): string =>
  `no ${name}: set ${name.toUpperCase()} to one, or build it with ../shared/lab/build telemetry`

/** What a program says of files that it is given in a folder of their own: nothing when it is content. */
export const saidOf = (
  program: string,
  files: Readonly<Record<string, string>>,
  args: (file: (name: string) => string) => readonly string[],
): string => {
  const folder = mkdtempSync(join(tmpdir(), 'files-'))
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
    const { status, stdout, stderr } = spawnSync(
      program,
      args((name) => join(folder, name)),
      { encoding: 'utf8' },
    )
    return status === 0 ? '' : `${stdout}${stderr}`
  } finally {
    rmSync(folder, { recursive: true })
  }
}
