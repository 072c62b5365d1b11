import { parse } from 'yaml'
import { isRecord } from '../../fleet/checks/check.ts'
import type { Values } from '../../fleet/component.ts'
import { at, merge } from '../../plan/values.ts'
import { mapOr, mapsIn, textOr } from '../kustomize/lists.ts'
import type { Resource } from '../kustomize/resource.ts'
import { dialect } from '../reading/dialect.ts'

/** What Helm gets for a release: the values of ConfigMaps in their order, its own over them, and single ones over all. */
export interface ReleaseValues {
  readonly values: Values
  /** Sources that could not be read: continues "takes values from …". */
  readonly missing: readonly string[]
  /** ConfigMaps that were read, as `namespace/name`. */
  readonly read: readonly string[]
}

export const releaseValues = ({ object }: Resource, resources: readonly Resource[]): ReleaseValues => {
  const namespace = object.metadata.namespace ?? 'default'
  const missing: string[] = []
  const read: string[] = []
  const single: (readonly [path: string, value: unknown])[] = []
  const below = mapsIn(at(object.spec, 'valuesFrom')).reduce<Values>((values, source) => {
    const { kind, name, valuesKey, targetPath } = source
    const found = resources.find(
      (one) =>
        one.object.kind === kind &&
        one.object.metadata.name === name &&
        (one.object.metadata.namespace ?? 'default') === namespace,
    )
    const text = kind === 'ConfigMap' ? mapOr(found?.object.data)[textOr(valuesKey, 'values.yaml')] : undefined
    if (typeof text !== 'string') {
      if (source.optional !== true) missing.push(`${textOr(kind, 'a source')} ${textOr(name, '')}`)
      return values
    }
    read.push(`${namespace}/${name}`)
    if (typeof targetPath === 'string') single.push([targetPath, text])
    return typeof targetPath === 'string' ? values : merge(values, valuesIn(text, `ConfigMap ${name}`, missing))
  }, {})
  const own = merge(below, mapOr(at(object.spec, 'values')))
  return {
    values: single.reduce((values, [path, value]) => withValue(values, path, value, missing), own),
    missing,
    read,
  }
}

const valuesIn = (text: string, from: string, missing: string[]): Values => {
  try {
    const values: unknown = parse(text, dialect)
    if (isRecord(values) && !text.includes('__proto__')) return values
    if (values === null) return {}
  } catch {
    // Told below, like whatever else is no map.
  }
  missing.push(from)
  return {}
}

/** A path as Helm's `--set` has it: `ingress.hosts`, with `\.` for a dot that belongs to a key. Places in lists are told. */
const withValue = (values: Values, path: string, value: unknown, missing: string[]): Values => {
  if (/\[\d+\]/.test(path)) {
    missing.push(`its target path ${path}`)
    return values
  }
  const steps = path.split(/(?<!\\)\./).map((step) => step.replaceAll('\\.', '.'))
  return merge(values, steps.reduceRight<unknown>((inner, step) => ({ [step]: inner }), value) as Values)
}
