import { parse } from 'yaml'
import { isRecord } from '../../fleet/checks/check.ts'
import type { KubernetesObject } from '../../kubernetes-object.ts'
import { mapOr, mapsIn, textOr } from '../kustomize/lists.ts'
import type { Resource } from '../kustomize/resource.ts'
import type { Note, Origin } from '../note.ts'
import { dialect } from '../reading/dialect.ts'

type Fields = Readonly<Record<string, unknown>>

/** Replaces `${…}` as Flux does after it has built a folder. A variable of which nobody here knows the value stays, and is told. */
export const substituted = (
  resources: readonly Resource[],
  postBuild: unknown,
  configMaps: readonly KubernetesObject[],
  notes: Note[],
): readonly Resource[] => {
  if (!isRecord(postBuild)) return resources
  const { variables, unread } = variablesOf(postBuild, configMaps)
  return resources.map((resource) => {
    const { object, origin } = resource
    const { labels, annotations } = object.metadata
    const switches = { ...mapOr(labels), ...mapOr(annotations) }
    const isLeft = object.kind === 'Secret' || switches['kustomize.toolkit.fluxcd.io/substitute'] === 'disabled'
    if (isLeft) return resource
    const unknown = new Set<string>()
    const filled = inValue(object, variables, unknown) as KubernetesObject
    notes.push(...[...unknown].map((name) => unknownNote(name, unread, object, origin)))
    return { ...resource, object: filled }
  })
}

const variablesOf = (postBuild: Fields, configMaps: readonly KubernetesObject[]) => {
  const variables = new Map<string, string>()
  const unread: string[] = []
  for (const { kind, name } of mapsIn(postBuild.substituteFrom)) {
    const found = configMaps.find((one) => kind === 'ConfigMap' && one.metadata.name === name)
    if (found === undefined) unread.push(`${textOr(kind, 'Secret')} ${textOr(name, '')}`)
    for (const [key, value] of Object.entries(mapOr(found?.data))) variables.set(key, String(value))
  }
  for (const [key, value] of Object.entries(mapOr(postBuild.substitute))) variables.set(key, String(value))
  return { variables, unread }
}

const inValue = (value: unknown, variables: ReadonlyMap<string, string>, unknown: Set<string>): unknown => {
  if (typeof value === 'string') return value.includes('$') ? inText(value, variables, unknown) : value
  if (Array.isArray(value)) return value.map((one) => inValue(one, variables, unknown))
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      String(inText(key, variables, unknown)),
      inValue(one, variables, unknown),
    ]),
  )
}

const variable = /\$\$(?=\{)|\$\{([A-Za-z_]\w*)(?::?[-=]([^}]*))?\}/g

/** A text that was nothing but a variable is read again: a number may have come out. */
const inText = (text: string, variables: ReadonlyMap<string, string>, unknown: Set<string>): unknown => {
  let isWhole = true
  const filled = text.replaceAll(variable, (found, name: string | undefined, otherwise: string | undefined) => {
    if (name === undefined) return '$'
    const value = variables.get(name) ?? otherwise
    if (value === undefined) unknown.add(name)
    if (value === undefined || found !== text) isWhole = false
    return value ?? found
  })
  if (filled === text || !isWhole || filled.startsWith('$')) return filled
  const scalar: unknown = asScalar(filled)
  return scalar !== null && typeof scalar === 'object' ? filled : scalar
}

const asScalar = (text: string): unknown => {
  try {
    return parse(text, dialect)
  } catch {
    return text
  }
}

const unknownNote = (
  name: string,
  unread: readonly string[],
  { kind, metadata }: KubernetesObject,
  origin: Origin,
): Note => ({
  kind: 'decide',
  origin,
  what: `${kind} ${metadata.name}`,
  why: `says \${${name}}, ${unread.length === 0 ? 'which nothing here sets' : `which may be set in ${unread.join(' or ')}, and is not known here`}`,
  fix: `write what it stands for in the place of \${${name}}`,
})
