import { type KustomizationSettings, type KustomizationSpec, kustomizationSpec } from '../objects/flux/kustomization.ts'

/** Makes specs, the same object for the same settings, so that what clusters share is looked at once. */
export type Specs = (settings: KustomizationSettings) => KustomizationSpec

export const sharedSpecs = (): Specs => {
  const made = new Map<string, KustomizationSpec>()
  return (settings) => {
    const key = `${settings.folder} ${settings.decrypt} ${settings.dependsOn.map(({ namespace, name }) => `${namespace}/${name}`).join(' ')}`
    const spec = made.get(key) ?? kustomizationSpec(settings)
    made.set(key, spec)
    return spec
  }
}
