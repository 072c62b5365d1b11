/** A `kustomization.yaml`: kustomize's own file, not Flux's Kustomization. */
export interface KustomizationFile {
  readonly namespace?: string
  readonly components?: readonly string[]
  readonly resources?: readonly string[]
  readonly configMapGenerator?: readonly ConfigMapGenerator[]
  readonly configurations?: readonly string[]
  readonly patches?: readonly KustomizePatch[]
}

export interface ConfigMapGenerator {
  readonly name: string
  readonly behavior?: 'create' | 'merge' | 'replace'
  readonly files: readonly string[]
  readonly options?: GeneratorOptions
}

export interface GeneratorOptions {
  readonly disableNameSuffixHash?: boolean
  readonly labels?: Readonly<Record<string, string>>
  readonly annotations?: Readonly<Record<string, string>>
}

export interface KustomizePatch {
  readonly target: { readonly group?: string; readonly version: string; readonly kind: string; readonly name?: string }
  /** JSON patch steps, as YAML text. */
  readonly patch: string
}

/** The file as an object to print: in the order in which kustomize works, empty parts left out. */
export const kustomizationFile = (
  { namespace, components, resources, configMapGenerator, configurations, patches }: KustomizationFile,
  kind: 'Component' | 'Kustomization' = 'Kustomization',
) => ({
  apiVersion: `kustomize.config.k8s.io/${kind === 'Component' ? 'v1alpha1' : 'v1beta1'}`,
  kind,
  namespace,
  components: unlessEmpty(components),
  resources: unlessEmpty(resources),
  configMapGenerator: unlessEmpty(configMapGenerator),
  configurations: unlessEmpty(configurations),
  patches: unlessEmpty(patches),
})

const unlessEmpty = <T>(list: readonly T[] | undefined): readonly T[] | undefined =>
  list === undefined || list.length === 0 ? undefined : list
