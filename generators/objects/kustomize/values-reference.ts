/**
 * Tells kustomize that a HelmRelease names ConfigMaps in `valuesFrom`, so that the hash in the ConfigMap's name follows
 * and a change of values is a change of the release.
 */
export const valuesReferenceFile = {
  nameReference: [
    { kind: 'ConfigMap', version: 'v1', fieldSpecs: [{ path: 'spec/valuesFrom/name', kind: 'HelmRelease' }] },
  ],
}
