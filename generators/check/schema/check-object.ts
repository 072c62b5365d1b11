import { nearest } from '../../nearest.ts'
import { checkCounts } from './check-counts.ts'
import { checkScalar } from './check-scalar.ts'
import { type CheckPart, report, reportAt, type Walk } from './finding.ts'
import type { MapSchema, ObjectSchema } from './schema.ts'
import { shown } from './wording.ts'

type Fields = Readonly<Record<string, unknown>>

/** Checks an object of known fields. */
export const checkObject = (value: unknown, schema: ObjectSchema, walk: Walk, check: CheckPart): void => {
  if (isObject(value)) {
    checkFields(value, schema, walk, check)
    checkRequired(value, schema, walk)
    checkCounts(value, schema, walk)
  } else notAnObject(value, walk)
}

const checkFields = (value: Fields, schema: ObjectSchema, walk: Walk, check: CheckPart): void => {
  for (const name in value) {
    const field = value[name]
    if (field === undefined) continue
    const known = schema.fields.get(name)
    walk.path.push(name)
    if (known === undefined) checkUnknown(name, schema, walk)
    else if (field !== null || !mayBeNull(name, schema)) check(field, known, walk)
    walk.path.pop()
  }
}

const checkUnknown = (name: string, { open, fields }: ObjectSchema, walk: Walk): void => {
  if (open) return
  const near = nearest(name, fields.keys())
  report(walk, 'is not a field that exists', near === undefined ? 'remove it' : `write ${near}`)
}

const mayBeNull = (name: string, { nullable }: ObjectSchema): boolean => nullable === 'all' || nullable.includes(name)

const checkRequired = (value: Fields, { required, nullable }: ObjectSchema, walk: Walk): void => {
  for (const name of required) {
    const absent = value[name] === undefined || (value[name] === null && nullable === 'all')
    if (absent) reportAt(name, walk, 'is missing', 'add it')
  }
}

/** Checks an object whose keys are the author's own. */
export const checkMap = (value: unknown, schema: MapSchema, walk: Walk, check: CheckPart): void => {
  if (isObject(value)) {
    checkEntries(value, schema, walk, check)
    checkCounts(value, schema, walk)
  } else notAnObject(value, walk)
}

const checkEntries = (value: Fields, { keys, values }: MapSchema, walk: Walk, check: CheckPart): void => {
  for (const key in value) {
    if (value[key] === undefined) continue
    walk.path.push(key)
    if (keys !== undefined) checkScalar(key, keys, walk, 'key')
    check(value[key], values, walk)
    walk.path.pop()
  }
}

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const notAnObject = (value: unknown, walk: Walk): void =>
  report(walk, `is ${shown(value)}, not an object`, 'write an object: fields and their values')
