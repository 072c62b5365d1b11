/** The values a field may have, by definition and field: `io.k8s.api.core.v1.ContainerPort.protocol`. */
export type Enums = ReadonlyMap<string, readonly string[]>

/**
 * Reads the enumerations out of `pkg/generated/openapi/zz_generated.openapi.go`: the API server tells them, the
 * published OpenAPI documents do not.
 */
export const readEnums = (source: string): Enums => {
  const enums = new Map<string, readonly string[]>()
  let definition: string | undefined
  let field: string | undefined
  for (const line of source.split('\n')) {
    const [, group, version, name] = /^func schema_k8sio_api_(\w+?)_(v\w+?)_(\w+)\(/.exec(line) ?? []
    if (group !== undefined) definition = `io.k8s.api.${group}.${version}.${name}`
    else if (line === '}') definition = undefined
    // Fields of the definition itself stand at this depth, and those of anything in between do not occur.
    field = /^\t{5}"(\w+)": \{$/.exec(line)?.[1] ?? field
    const [, values] = /^\t+Enum: +\[\]interface\{\}\{(.*)\},$/.exec(line) ?? []
    if (values !== undefined && definition !== undefined) enums.set(`${definition}.${field}`, JSON.parse(`[${values}]`))
  }
  return enums
}
