import type { Usage } from '../../command/arguments.ts'
import { code, generated, table } from '../markdown.ts'

/** The page that says how every command is used. */
export const commandsPage = (usages: Readonly<Record<string, Usage>>): string =>
  [
    generated('the usage of each command in generators/command/'),
    '# Commands\n',
    [
      'Each command takes `--help`, which shows what this page does.',
      'Exit codes: 0 good, 1 problems or a stale tree, 2 wrong usage.',
      'Problems go to standard error, what was done to standard output.',
      'In a repository of your own, `npx fleetwright render` is `npx zx scripts/render.mjs`.\n',
    ].join('\n'),
    ...Object.entries(usages).map(([name, usage]) => section(name, usage)),
  ].join('\n')

const section = (name: string, { command, does, options, words = [] }: Usage): string =>
  [
    `## ${name}\n`,
    `${code([command, ...words].join(' '))}\n`,
    `${told(does)}\n`,
    table(
      ['option', 'what it does'],
      Object.entries(options).map(([option, { value, does: effect }]) => [
        code(value === undefined ? `--${option}` : `--${option} ${value}`),
        effect,
      ]),
    ),
  ]
    .filter((part) => part !== '')
    .join('\n')

/** Lines that are aligned on purpose stay so. */
const told = (does: string): string => (/ {2,}/.test(does) ? `\`\`\`text\n${does}\n\`\`\`` : does)
