import { isPair, isScalar, parseDocument, visit } from 'yaml'

/** A configuration whose absolute paths lead into the folder that it is read in, and the paths that it names. */
export interface Relocated {
  readonly text: string
  /** Without the slash in front. */
  readonly paths: readonly string[]
}

/**
 * Rewrites the absolute paths of a configuration: `/etc/rules/a.yml` is `etc/rules/a.yml`. Nothing else of it changes.
 * A text that is no YAML stays as it is: whoever reads it says so.
 */
export const relocated = (text: string, isPath: (keys: readonly string[]) => boolean): Relocated => {
  const paths: string[] = []
  const document = parseDocument(text)
  if (document.errors.length > 0) return { text, paths }
  visit(document, {
    Scalar: (key, scalar, ancestors) => {
      if (key === 'key' || typeof scalar.value !== 'string' || !scalar.value.startsWith('/')) return
      if (!isPath(keysOf(ancestors))) return
      const path = scalar.value.slice(1)
      scalar.value = path
      paths.push(path)
    },
  })
  return { text: paths.length === 0 ? text : document.toString({ lineWidth: 0 }), paths }
}

const keysOf = (ancestors: readonly unknown[]): readonly string[] =>
  ancestors.flatMap((one) => (isPair(one) && isScalar(one.key) ? [String(one.key.value)] : []))
