import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { execaSync } from 'execa'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A folder in which somebody follows the pages: the program in `fleetwright`, a repository of their own in `platform`. */
export interface Newcomer {
  /** Runs lines of a shell in a folder. Answers with all that was said, and with the folder that the lines ended in. */
  readonly shell: (folder: string, lines: string) => Said
  /** The repository, and the program, by absolute path. */
  readonly platform: string
  readonly program: string
  /** Puts the repository back to how it was made, or makes it. */
  readonly reset: () => void
  readonly write: (folder: string, path: string, content: string) => void
  /** Puts the repository's own code aside, by a name. */
  readonly keepProgram: (name: string) => void
  /** What the compiler says of all code that was put aside. */
  readonly typeMistakes: () => string
  readonly remove: () => void
}

export interface Said {
  readonly exitCode: number | undefined
  readonly text: string
  readonly folder: string
}

/** npx asks npm for what is at hand anyway, and takes its time. */
const npx = '#!/bin/sh\nprogram=$1\nshift\nexec "node_modules/.bin/$program" "$@"\n'

/**
 * npm packs the program for whoever makes a repository from a clone, which takes a minute and is proved elsewhere
 * (test/journey.test.ts): here the repository gets a link to it.
 */
const withLink = (lines: string, home: string): string =>
  lines.replaceAll(
    /^(npx zx scripts\/new\.mjs) \.\.(\/\S+)(.*)$/gm,
    (_, program, folder, options) => `${program} ${home}${folder}${options} --package file:${root}`,
  )

/** Puts the repository back to its first commit. */
const asMade = `git switch --quiet --force main
git reset --quiet --hard "$(git rev-list --max-parents=0 HEAD)"
git clean --quiet --force -d`

const person = {
  GIT_AUTHOR_NAME: 'A Person',
  GIT_AUTHOR_EMAIL: 'person@example.com',
  GIT_COMMITTER_NAME: 'A Person',
  GIT_COMMITTER_EMAIL: 'person@example.com',
  NO_COLOR: '1',
}

export const newcomer = (): Newcomer => {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'fleetwright-newcomer-')))
  const [program, platform] = [join(home, 'fleetwright'), join(home, 'platform')]
  symlinkSync(root, program)
  const shell = shellIn(home)
  return {
    shell,
    platform,
    program,
    reset: () => {
      if (existsSync(platform)) shell(platform, asMade)
      else shell(program, 'npx zx scripts/new.mjs ../platform --environments dev,prod --yes')
    },
    write: (folder, path, content) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), content)
    },
    keepProgram: (name) => cpSync(join(platform, 'generators'), join(home, 'kept', name), { recursive: true }),
    typeMistakes: () => typeMistakes(home, join(platform, 'tsconfig.json')),
    remove: () => rmSync(home, { recursive: true }),
  }
}

const shellIn = (home: string): Newcomer['shell'] => {
  const [bin, last] = [join(home, 'bin'), join(home, 'last-folder')]
  mkdirSync(bin)
  writeFileSync(join(bin, 'npx'), npx, { mode: 0o755 })
  return (folder, lines) => {
    const { exitCode, all } = execaSync('sh', ['-ec', `${withLink(lines, home).trimEnd()}\npwd > "${last}"`], {
      cwd: folder,
      // The link to the program leads elsewhere; its folder is the one that a person went into.
      env: { ...person, PATH: `${bin}:${process.env.PATH}`, PWD: folder },
      reject: false,
      stdin: 'ignore',
      all: true,
    })
    return { exitCode, text: all, folder: exitCode === 0 ? readFileSync(last, 'utf8').trim() : folder }
  }
}

/** The compiler's lines about code of the repository. The program itself is compiled elsewhere, by settings of its own. */
const typeMistakes = (home: string, settings: string): string => {
  const { compilerOptions } = JSON.parse(readFileSync(settings, 'utf8'))
  const paths = { fleetwright: [join(root, 'generators/fleetwright.ts')] }
  const ours = {
    ...compilerOptions,
    types: ['node'],
    typeRoots: [join(root, 'node_modules/@types')],
    resolveJsonModule: true,
  }
  writeFileSync(join(home, 'package.json'), '{ "type": "module" }')
  writeFileSync(join(home, 'tsconfig.json'), JSON.stringify({ compilerOptions: { ...ours, paths }, include: ['kept'] }))
  const { stdout } = execaSync('tsc', ['--project', home], { cwd: root, preferLocal: true, reject: false })
  return stdout
    .split('\n')
    .filter((line) => line.includes('kept/'))
    .join('\n')
}
