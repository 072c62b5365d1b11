import { referencesIn, referencesOf } from '../../check/references.ts'
import type { Deployed } from '../deployed.ts'
import { identityOf, identityText } from '../identity.ts'

/** Whoever reads a Secret (`monitoring/login`) by its name, for people. */
export const readersOf = (secret: string, all: readonly Deployed[]): readonly string[] =>
  all.flatMap(({ content: { objects, release }, namespace }) => {
    const isIt = (home: string) => (reference: { readonly kind: string; readonly name: string }) =>
      reference.kind === 'Secret' && `${home}/${reference.name}` === secret
    const reading = objects.filter((one) => referencesOf(one).some(isIt(one.metadata.namespace ?? namespace)))
    const isRead = release !== undefined && referencesIn(release.values, []).some(isIt(namespace))
    return [...reading.map((one) => identityText(identityOf(one))), ...(isRead ? [`the release ${release.name}`] : [])]
  })
