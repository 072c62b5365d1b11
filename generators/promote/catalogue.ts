import { isDefinition } from '../fleet/component.ts'

/** What the catalogue's components are called in a fleet: `kubePrometheusStack` by `kube-prometheus-stack`. */
export type Catalogue = ReadonlyMap<string, string>

/** Reads the components off everything that a fleet can be written with. */
export const catalogueOf = (words: Readonly<Record<string, unknown>>): Catalogue =>
  new Map(
    Object.entries(words).flatMap(([word, value]) => {
      const { definition } = value as { readonly definition?: unknown }
      return isDefinition(definition) ? [[definition.name, word] as const] : []
    }),
  )
