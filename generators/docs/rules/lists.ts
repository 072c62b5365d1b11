import { type ArrayValue, elements } from '../../review/source/literals.ts'
import type { Value } from '../../review/source/scope.ts'
import { settled, textOf } from '../../review/source/settled.ts'

/** The values of a list as it is written; undefined for what is none. */
export const listed = (value: Value): readonly Value[] | undefined => {
  const list = settled(value)
  return list.node.type === 'ArrayExpression' ? elements(list as ArrayValue).map((part) => part.value) : undefined
}

/** The texts of a list; undefined where one of its values is no text that is known. */
export const textsOf = (value: Value): readonly string[] | undefined => {
  const texts = listed(value)?.map(textOf)
  return texts?.every((text) => text !== undefined) ? texts : undefined
}
