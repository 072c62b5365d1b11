import { orderStep } from '../field-path.ts'
import { partOf } from './part.ts'
import { arrow, shown } from './shown.ts'
import { type Leaf, ofEach, type Teller, tellers } from './telling.ts'

/** `--retention 10d → 15d`, `--verbose added` */
const flagWords = ofEach(({ path, before, after }) => {
  if (!/^(args|command|extraArgs)$/.test(path.at(-2) ?? '') || path.at(-1) === orderStep) return undefined
  const [was, is] = [flag(before), flag(after)]
  if (was !== undefined && is !== undefined) {
    return was.name === is.name ? `${is.name} ${arrow({ before: was.value, after: is.value })}` : undefined
  }
  if (before === undefined && is !== undefined) return `${shown(after)} added`
  return after === undefined && was !== undefined ? `${shown(before)} removed` : undefined
})

const flag = (argument: unknown): { readonly name: string; readonly value: string | undefined } | undefined => {
  if (typeof argument !== 'string' || !argument.startsWith('-')) return undefined
  const [name, ...value] = argument.split('=')
  return { name: name!, value: value.length === 0 ? undefined : value.join('=') }
}

/** `variable LOG_LEVEL info → debug`, `variable TOKEN added` */
const variableWords = ofEach((leaf, thing) => {
  const at = variableStep(leaf)
  if (at === undefined) return undefined
  const name = leaf.path[at]!.slice(1, -1)
  const part = partOf(leaf.path.slice(0, at - 1), thing)
  const [field, ...deeper] = leaf.path.slice(at + 1)
  if (field === 'value' && deeper.length === 0) return `${part}variable ${name} ${arrow(leaf)}`
  if (field !== undefined) return `${part}variable ${name} comes from elsewhere`
  return `${part}variable ${name} ${leaf.before === undefined ? 'added' : 'removed'}`
})

const variableStep = ({ path }: Leaf): number | undefined => {
  const index = path.findIndex((step, at) => path[at - 1] === 'env' && step.startsWith('[') && step !== orderStep)
  return index === -1 ? undefined : index
}

/** A Pod that carries a hash of its configuration is made anew with it. */
const restartWords = ofEach(({ path }, thing) =>
  path.includes('annotations') && /(checksum|hash)/.test(path.at(-1) ?? '')
    ? `${partOf([], thing)}restarts with its new configuration`
    : undefined,
)

/** What a process is started with. */
export const processWords: Teller = tellers(flagWords, variableWords, restartWords)
