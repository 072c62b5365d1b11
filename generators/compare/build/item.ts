import type { KubernetesObject } from '../../kubernetes-object.ts'

/** An object on its way through the layers. */
export interface Item {
  readonly object: KubernetesObject
  /** The file that it, or its first version, stands in; undefined where kustomize alone knows. */
  readonly file?: string
}

/** Does something with each, as far as it can be done with all. */
export const each = <From, To>(
  items: readonly From[],
  make: (item: From) => To | undefined,
): readonly To[] | undefined => {
  const made: To[] = []
  for (const item of items) {
    const one = make(item)
    if (one === undefined) return undefined
    made.push(one)
  }
  return made
}

/** Makes something of an object once for each way to make it, so that layers that do the same share the result. */
export const onceEach = <Result>() => {
  const known = new WeakMap<object, Map<string, Result>>()
  return (object: object, way: string, make: () => Result): Result => {
    const ways = known.get(object) ?? new Map<string, Result>()
    known.set(object, ways)
    if (!ways.has(way)) ways.set(way, make())
    return ways.get(way)!
  }
}
