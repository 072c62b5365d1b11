/**
 * One scalar out of a YAML text as we print it, by the keys that lead to it. A file of values is long, and of interest
 * in it are a few lines: so it is not parsed.
 */
export const scalarAt = (yaml: string, path: readonly string[]): string | undefined => {
  let depth = 0
  for (const line of yaml.split('\n')) {
    const indent = indentOf(line)
    if (indent === line.length || line[indent] === '#' || indent > depth * 2) continue
    // The map that was to hold it has ended.
    if (indent < depth * 2) return undefined
    const [, key, value = ''] = /^["']?([^"':]+)["']?:(?: (.*))?$/.exec(line.slice(indent)) ?? []
    if (key !== path[depth]) continue
    if (depth === path.length - 1) return value === '' ? undefined : value.replace(/^(["'])(.*)\1$/, '$2')
    depth += 1
  }
  return undefined
}

const indentOf = (line: string): number => {
  let indent = 0
  while (line[indent] === ' ') indent += 1
  return indent
}
