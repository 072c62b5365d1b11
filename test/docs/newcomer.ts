import {
  chmodSync,
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

const asMade = `git switch --quiet --force main
git reset --quiet --hard "$(git rev-list --max-parents=0 HEAD)"
git clean --quiet --force -d`

export const newcomer = (): Newcomer => {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'fleetwright-newcomer-')))
  const [program, platform, bin] = [join(home, 'fleetwright'), join(home, 'platform'), join(home, 'bin')]
  symlinkSync(root, program)
  mkdirSync(bin)
  writeFileSync(join(bin, 'npx'), npx)
  chmodSync(join(bin, 'npx'), 0o755)
  const env = {
    PATH: `${bin}:${process.env.PATH}`,
    GIT_AUTHOR_NAME: 'A Person',
    GIT_AUTHOR_EMAIL: 'person@example.com',
    GIT_COMMITTER_NAME: 'A Person',
    GIT_COMMITTER_EMAIL: 'person@example.com',
    NO_COLOR: '1',
  }
  const shell: Newcomer['shell'] = (folder, lines) => {
    const script = `${withLink(lines, home).trimEnd()}\npwd > "${home}/folder"`
    const { exitCode, all } = execaSync('sh', ['-ec', script], {
      cwd: folder,
      env: { ...env, PWD: folder },
      reject: false,
      stdin: 'ignore',
      all: true,
    })
    const { stdout } = execaSync('cat', [join(home, 'folder')], { reject: false })
    return { exitCode, text: all, folder: exitCode === 0 ? stdout.trim() : folder }
  }
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
