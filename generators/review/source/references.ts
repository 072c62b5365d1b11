import type { Program } from './syntax.ts'

/** The offset at which a module first uses a name, other than as the key of an object or the member of something. */
export const firstUse = (program: Program, name: string): number | undefined => uses(program, name).next().value

interface Syntax {
  readonly type: string
  readonly name?: string
  readonly start?: number | null
  readonly computed?: boolean
}

function* uses(syntax: Syntax, name: string): Generator<number, undefined> {
  if (syntax.type === 'Identifier' && syntax.name === name) yield syntax.start!
  for (const [role, part] of Object.entries(syntax)) {
    if (isLabel(role, syntax)) continue
    for (const child of [part].flat()) if (isSyntax(child)) yield* uses(child, name)
  }
  return undefined
}

const isLabel = (role: string, { computed }: Syntax): boolean =>
  (role === 'key' || role === 'property') && computed === false

const isSyntax = (part: unknown): part is Syntax => typeof (part as Syntax | null)?.type === 'string'
