import { at } from '../../plan/values.ts'
import { mapsIn, textOr } from '../kustomize/lists.ts'
import type { Resource } from '../kustomize/resource.ts'
import { isWithin, joined } from '../paths.ts'

/** Where in the repository a folder of an artifact comes from that an ArtifactGenerator copies together. */
export const artifactFolder = (name: string, path: string, resources: readonly Resource[]): string | undefined => {
  const artifact = resources
    .filter(({ object }) => object.kind === 'ArtifactGenerator')
    .flatMap(({ object }) => mapsIn(at(object.spec, 'artifacts')))
    .find((one) => one.name === name)
  const wanted = joined('', path)
  const copies = mapsIn(artifact?.copy).map((copy) => ({
    from: joined(
      '',
      textOr(copy.from, '')
        .replace(/^@[^/]+/, '')
        .replace(/\/\*+.*$/, ''),
    ),
    to: joined('', textOr(copy.to, '').replace('@artifact', '')),
  }))
  const holding = copies.filter(({ to }) => isWithin(wanted, to)).sort((one, other) => other.to.length - one.to.length)
  const [copy] = holding
  return copy === undefined ? undefined : joined(copy.from, wanted.slice(copy.to.length))
}
