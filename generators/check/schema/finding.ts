import type { Schema } from './schema.ts'

/** Something wrong in an object. */
export interface SchemaFinding {
  /** Where in the object: `['spec', 'containers', 0, 'image']`. */
  readonly path: Path
  /** One sentence without a full stop. It names the path. */
  readonly message: string
  /** One imperative sentence without a full stop. */
  readonly fix: string
  /** There is no schema for this kind, so nothing was checked: it may be a custom resource of the user's own. */
  readonly unknownKind?: true
}

export type Path = readonly (string | number)[]

/** A path as people write it: `spec.containers[0].image`, `metadata.labels["app.kubernetes.io/name"]`. */
export const pathName = (path: Path): string =>
  path.length === 0 ? 'the object' : path.map(stepName).join('').replace(/^\./, '')

const stepName = (step: string | number): string => {
  if (typeof step === 'number') return `[${step}]`
  return /^[\w-]+$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`
}

/** Where a walk through an object stands, and what it found so far. */
export interface Walk {
  readonly path: (string | number)[]
  readonly findings: SchemaFinding[]
}

/** Notes a finding at the place where the walk stands. The message continues the path: `is missing`. */
export const report = ({ path, findings }: Walk, message: string, fix: string): void => {
  findings.push({ path: [...path], message: `${pathName(path)} ${message}`, fix })
}

/** Notes a finding at a field or entry of where the walk stands. */
export const reportAt = (step: string | number, { path, findings }: Walk, message: string, fix: string): void =>
  report({ path: [...path, step], findings }, message, fix)

/** Checks a part of a value: its field or entry. */
export type CheckPart = (value: unknown, schema: Schema, walk: Walk) => void
