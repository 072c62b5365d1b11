/** Something of a container that is another here. */
export interface Replacement {
  /** `config.yaml`, `args`, `env`. */
  readonly in: string
  /** Where: the keys of a configuration, the position of an argument, the name of a variable. */
  readonly at: readonly string[]
  readonly kind: 'address' | 'credentials' | 'path'
  /** Undefined: it is not said in the tree. */
  readonly was: unknown
  readonly is: unknown
}

/** One line for people. */
export const replacementLine = ({ in: file, at, was, is }: Replacement): string =>
  `${[file, ...at].join(' ')}: ${was === undefined ? 'not said' : text(was)} is here ${text(is)}`

const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))
