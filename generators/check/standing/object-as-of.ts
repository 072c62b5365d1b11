import { parse } from 'yaml'
import { isRecord } from '../../fleet/checks/check.ts'
import type { KubernetesObject } from '../../kubernetes-object.ts'
import type { Placement } from '../../plan/placement.ts'
import { at } from '../../plan/values.ts'
import { recordsIn } from '../pods.ts'
import { foldersOf, stood } from './folders.ts'
import { patched } from './patched.ts'

type Read = (path: string) => string | undefined

/** An object of a placement, all layers together, when their files read so. */
export const objectAsOf = (
  read: Read,
  placement: Placement,
  { kind, metadata: { name } }: KubernetesObject,
): unknown => {
  if (!stood(read, placement)) return undefined
  return foldersOf(placement).reduce<unknown>((above, { folder }) => {
    if (above === undefined) return inFolder(read, folder, kind, name)
    const patches = recordsIn(at(parsed(read(`${folder}/kustomization.yaml`)), 'patches'))
    return patches
      .filter(({ record: { target } }) => at(target, 'kind') === kind && at(target, 'name') === name)
      .reduce<unknown>((object, { record }) => patched(object, parsed(record.patch)), above)
  }, undefined)
}

/** It has a file of its own, named for its kind, and for itself where it is not called like its component. */
const inFolder = (read: Read, folder: string, kind: string, name: string): unknown => {
  const file = `${folder}/${kind.toLowerCase()}`
  return [`${file}.yaml`, `${file}-${name}.yaml`]
    .map((path) => parsed(read(path)))
    .find((object) => at(object, 'kind') === kind && at(object, 'metadata.name') === name)
}

/** What cannot be read was written by somebody else, and says nothing. */
const parsed = (text: unknown): unknown => {
  try {
    const content: unknown = typeof text === 'string' ? parse(text) : undefined
    return isRecord(content) || Array.isArray(content) ? content : undefined
  } catch {
    return undefined
  }
}
