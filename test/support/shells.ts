import { execaSync } from 'execa'
import type { Shell } from '../../generators/command/completion/shells.ts'

/** The candidates that a shell found. */
export type Asked = readonly string[]

/** How a shell with a completion script is asked what may come next in a line. */
type Ask = (script: string, line: string, cwd: string) => Asked

export const isThere = (shell: Shell): boolean => !execaSync(shell, ['--version'], { reject: false }).failed

const ask =
  (shell: Shell, args: readonly string[], program: string): Ask =>
  (script, line, cwd) => {
    const { stdout } = execaSync(shell, [...args, program, ...(shell === 'fish' ? [] : [shell]), script, line], { cwd })
    return stdout.split('\n').flatMap((candidate) => (candidate === '' ? [] : [candidate.split('\t')[0] ?? '']))
  }

export const askers: Readonly<Record<Shell, Ask>> = {
  // What readline tells a function, and what it takes from it.
  bash: ask(
    'bash',
    ['--norc', '--noprofile', '-c'],
    `source "$1"; COMP_LINE=$2 COMP_POINT=\${#2}; "$(complete -p npm | sed 's/.* -F \\([^ ]*\\) .*/\\1/')" "\${2%% *}"
     printf '%s\\n' "\${COMPREPLY[@]}"`,
  ),
  // The same for zsh's completion system, which does the choosing itself and needs a terminal.
  zsh: ask(
    'zsh',
    ['-f', '-c'],
    `typeset -A _comps; compdef() {}; _default() {}
     _describe() { local one; for one in "\${(@P)4}"; do one=\${one//\\\\:/$'\\1'}; one=\${one%%:*}; one=\${one//$'\\1'/:}
       [[ $one != $PREFIX* ]] || print -r -- "$one"; done }
     source "$1"; words=("\${(@s: :)2}"); CURRENT=\${#words}; PREFIX=\${words[-1]}; __fleetwright`,
  ),
  fish: ask('fish', ['--no-config', '-c'], 'set fish_complete_path; source $argv[1]; complete -C"$argv[2]"'),
}
