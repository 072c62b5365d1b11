import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { allRules } from '../check/all-rules.ts'
import { command } from './command.ts'
import { completionScript, isShell, shells } from './completion/shells.ts'
import { completionTable } from './completion/table.ts'

export const usage = {
  command: 'npx zx scripts/completion.mjs',
  does: [
    `Prints what makes SHELL (${shells.join(', ')}) complete our commands, after npx zx, fleetwright and npm run: options, their`,
    'values, and the names that the fleet at hand has, be it rendered or not. To install, once, and after each update:',
    '',
    '  bash  npx zx scripts/completion.mjs bash > ~/.fleetwright.bash',
    "        echo 'source ~/.fleetwright.bash' >> ~/.bashrc",
    '  zsh   npx zx scripts/completion.mjs zsh > ~/.fleetwright.zsh',
    "        echo 'source ~/.fleetwright.zsh' >> ~/.zshrc            # behind the line with compinit",
    '  fish  npx zx scripts/completion.mjs fish > ~/.config/fish/conf.d/fleetwright.fish',
    '',
    'A repository that has no scripts/completion.mjs gets the same from npx fleetwright completion bash.',
  ].join('\n'),
  words: ['SHELL'],
  offers: { SHELL: shells },
  options: {},
} as const

/** `scripts/completion.mjs`. */
export const completionCommand = command(usage, async ({ words: [shell] }, { root, program, out }) => {
  if (!isShell(shell)) return { wrong: `'${shell}' is no shell that this is known for: there are ${shells.join(', ')}` }
  // They bring every command along.
  const { programUsages, usages } = await import('./usages.ts')
  const table = completionTable({
    usages,
    programs: Object.keys(programUsages),
    npm: npmScripts(root),
    rules: allRules(),
  })
  const script = (name: string): string => readFileSync(join(program, `scripts/completion.${name}`), 'utf8')
  out(completionScript(shell, { table, answers: script('sh'), asks: script(shell) }))
  return 0
})

const npmScripts = (root: string): Readonly<Record<string, string>> => {
  const file = join(root, 'package.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')).scripts ?? {}) : {}
}
