import { relative } from 'node:path'
import { newFiles } from '../new/files.ts'
import { answersOf, exampleUrl, questionNames, questions, type Texts } from '../new/questions.ts'
import { type NewFolder, newFolder } from '../output/new-folder.ts'
import { ownPackage, packageFile } from '../output/own-package.ts'
import { command } from './command.ts'
import type { Invocation } from './invocation.ts'
import { isAtTerminal } from './is-at-terminal.ts'
import { type Made, makeRepository } from './make-repository.ts'
import { tellProblems } from './tell-problems.ts'

export const usage = {
  command: 'npx zx scripts/new.mjs',
  does: [
    'Makes a repository for a fleet of your own in the new folder DIR: its description, the tree that is rendered from it, a',
    'test, and the first commit. In a terminal it asks what no option says; elsewhere, and with --yes, it takes the usual.',
  ].join('\n'),
  words: ['DIR'],
  options: {
    engine: questions.engine,
    distribution: questions.distribution,
    network: questions.network,
    'storage-class': questions.storageClass,
    environments: questions.environments,
    observe: questions.observe,
    url: questions.url,
    package: { value: 'SPEC', does: 'what package.json is to depend on (default: where this program came from)' },
    yes: { does: 'ask nothing, and take the usual answer where no option says another' },
  },
} as const

/** `scripts/new.mjs`, and `create-fleetwright`. */
export const newCommand = command(usage, async ({ options, words: [dir] }, invocation) => {
  const folder = newFolder(dir)
  if ('rule' in folder) return tellProblems([folder], invocation, false)
  const said: Texts = Object.fromEntries(
    questionNames.flatMap((name) => {
      const text = (options as Readonly<Record<string, unknown>>)[questions[name].option]
      return typeof text === 'string' ? [[name, text]] : []
    }),
  )
  // What is wrong already need not be asked further.
  const first = answersOf(said, folder)
  if ('wrong' in first) return first
  const texts = options.yes || !isAtTerminal() ? said : await asked(said, folder)
  if (texts === undefined) return 1
  const answers = answersOf(texts, folder)
  if ('wrong' in answers) return answers
  const isExample = folder.remote === undefined && answers.value.url === exampleUrl(folder)
  const ground = { name: folder.name, isExample, ...dependency(options.package, folder, invocation) }
  const files = newFiles(answers.value, ground)
  const made = await makeRepository(folder, files, invocation.progress)
  if ('rule' in made) return tellProblems([made], invocation, false)
  invocation.out(farewell(folder, made, answers.value.url, isExample))
  return 0
})

const asked = async (said: Texts, folder: NewFolder): Promise<Texts | undefined> => {
  if (questionNames.every((name) => said[name] !== undefined)) return said
  const { askAnswers } = await import('./ask-answers.ts')
  return askAnswers(said, folder)
}

const dependency = (given: string | undefined, folder: NewFolder, { program }: Invocation) => {
  const { version, typescript } = ownPackage(program)
  const file = given === undefined ? packageFile(program) : undefined
  const spec = given ?? (file === undefined ? version : `file:${relative(folder.path, file)}`)
  return { spec, typescript }
}

const farewell = ({ path, name }: NewFolder, { commit, files }: Made, url: string, isExample: boolean): string =>
  `${name} is ready: ${files} files, committed as ${commit}.

  cd ${relative(process.cwd(), path) || '.'}
  npm test
${isExample ? '' : `  git remote add origin ${url}\n`}
README.md says what comes before the first start.${isExample ? ` ${url} is an example: write the address of yours in generators/fleet.ts.` : ''}
`
