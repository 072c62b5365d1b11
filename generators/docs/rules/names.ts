interface Syntax {
  readonly type: string
  readonly name?: string
  readonly computed?: boolean
}

/** The names that a part of a program takes from around it: neither keys, nor members, nor names of its own. */
export const namesIn = (node: object): ReadonlySet<string> => {
  const own = new Set<string>()
  const used = new Set<string>()
  visit(node as Syntax, used, own)
  return new Set([...used].filter((name) => !own.has(name)))
}

const visit = (node: Syntax, used: Set<string>, own: Set<string>): void => {
  if (node.type === 'Identifier') used.add(node.name!)
  if (node.type.startsWith('TS') && !node.type.endsWith('Expression')) return
  for (const [role, part] of Object.entries(node)) {
    if (isNamed(node, role)) continue
    const parts = (Array.isArray(part) ? part : [part]).filter(isSyntax)
    if (role === 'params' || role === 'id') for (const one of parts) visit(one, own, own)
    else for (const one of parts) visit(one, used, own)
  }
}

/** Whether a part is only called so: the key of a property, the member of an object. */
const isNamed = ({ type, computed }: Syntax, role: string): boolean =>
  computed !== true &&
  ((role === 'key' && type.startsWith('Object')) || (role === 'property' && type.endsWith('MemberExpression')))

const isSyntax = (part: unknown): part is Syntax =>
  typeof part === 'object' &&
  part !== null &&
  'type' in part &&
  typeof part.type === 'string' &&
  !('loc' in part && part.type.startsWith('Comment'))
