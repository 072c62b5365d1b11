/** How each shell quotes what it is to take to the letter. */
const quotes = {
  bash: (text: string) => `'${text.replaceAll("'", "'\\''")}'`,
  zsh: (text: string) => `'${text.replaceAll("'", "'\\''")}'`,
  fish: (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`,
}

export type Shell = keyof typeof quotes

export const shells = Object.keys(quotes) as Shell[]

export const isShell = (name: string): name is Shell => Object.hasOwn(quotes, name)

/**
 * The script that a shell reads: what answers it, with the table that this looks things up in, and how the shell asks.
 * What answers is a program for any `sh`, so that all shells complete alike.
 */
export const completionScript = (
  shell: Shell,
  { table, answers, asks }: { readonly table: string; readonly answers: string; readonly asks: string },
): string => {
  const quoted = quotes[shell]
  const set = shell === 'fish' ? 'set -g __fleetwright_answers ' : '__fleetwright_answers='
  // The table is quoted for the program that holds it, and with it for the shell.
  return `${set}${quoted(`table=${quotes.bash(table)}\n${answers}`)}\n\n${asks}`
}
