import { parseAllDocuments } from 'yaml'
import type { KubernetesObject } from '../kubernetes-object.ts'

/** The objects in a YAML text of any number of documents. Empty documents are left out. */
export const objectsIn = (yaml: string): readonly KubernetesObject[] =>
  parseAllDocuments(yaml).flatMap((document) => {
    const content: unknown = document.toJS()
    return content === null || content === undefined ? [] : [content as KubernetesObject]
  })
