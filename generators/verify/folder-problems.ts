import { parse } from 'yaml'
import { checkObject } from '../check/folder.ts'
import type { Schemas } from '../check/schema/schemas.ts'
import { objectName } from '../kubernetes-object.ts'
import { placeInHeader } from '../output/header.ts'
import type { Built } from '../output/kustomize.ts'
import type { TreeReader } from '../output/tree-reader.ts'
import type { Problem } from '../problem.ts'
import type { BuiltFolder } from './built-folder.ts'
import { objectsIn } from './objects-in.ts'
import { brokenReferences } from './references.ts'

const render = 'render the tree again, or undo what was changed by hand'

/** What kustomize made of a folder, read back. */
export const readBack = (built: Built, tree: TreeReader): BuiltFolder => {
  const { folder } = built
  const place = placeInHeader(kustomizationText(folder, tree) ?? '') ?? []
  return 'error' in built
    ? { folder, place, objects: [], error: built.error }
    : { folder, place, objects: objectsIn(built.yaml) }
}

/** Mistakes of a folder by itself. */
export const folderProblems = (built: BuiltFolder, tree: TreeReader, schemas: Schemas): readonly Problem[] => {
  const { folder, place, objects, error } = built
  if (error !== undefined)
    return [{ rule: 'builds', place, reason: `kustomize refuses ${folder}: ${error}`, fix: render }]
  const text = kustomizationText(folder, tree)
  return [
    ...(text === undefined ? [] : checkObject(parse(text), `${folder}/kustomization.yaml`, () => place, schemas)),
    ...objectProblems(built, schemas),
    ...brokenReferences(built),
    ...(objects.length > 0
      ? []
      : [{ rule: 'builds', place, reason: `${folder} builds to nothing at all`, fix: render }]),
  ]
}

/** Objects that are not as their schemas want them. */
export const objectProblems = ({ folder, place, objects }: BuiltFolder, schemas: Schemas): readonly Problem[] =>
  objects.flatMap((object) => checkObject(object, `${objectName(object)} from ${folder}`, () => place, schemas))

const kustomizationText = (folder: string, tree: TreeReader): string | undefined =>
  tree.files(folder).includes('kustomization.yaml') ? tree.text(`${folder}/kustomization.yaml`) : undefined
