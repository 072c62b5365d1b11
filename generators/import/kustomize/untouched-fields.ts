import type { Note, Origin } from '../note.ts'

/** Fields of a kustomization whose work is not done here. */
const fields = [
  'crds',
  'generators',
  'helmCharts',
  'helmChartInflationGenerator',
  'namePrefix',
  'nameSuffix',
  'replacements',
  'transformers',
  'validators',
  'vars',
]

/** What a kustomization says that is not applied. */
export const untouchedFields = (content: Readonly<Record<string, unknown>>, origin: Origin): readonly Note[] =>
  fields
    .filter((field) => content[field] !== undefined)
    .map((field) => ({
      kind: 'skipped',
      origin,
      what: `${field} in ${origin.file}`,
      why: 'was not applied',
      fix: `run kustomize build on its folder, and write down what ${field} changes`,
    }))
