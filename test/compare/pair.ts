import { parse } from 'yaml'
import type { Content, Deployed, DeployedPair } from '../../generators/compare/deployed.ts'
import { objectsIn } from '../../generators/verify/objects-in.ts'

/** What a component brings to a cluster in one state, as YAML. */
export interface Side {
  readonly objects?: string
  readonly control?: string
  /** Values of the release, in YAML; there is none without. */
  readonly values?: string
  readonly version?: string
  /** Instead of all this: content that several clusters share. */
  readonly content?: Content
}

interface Sides extends Partial<Pick<DeployedPair, 'cluster' | 'component' | 'files' | 'namespace'>> {
  readonly environment?: string
  readonly before?: Side
  readonly after?: Side
}

/** A component in both states. Default: loki in the namespace monitoring of the cluster one, whose environment is dev. */
export const pair = ({ before, after, environment = 'dev', ...given }: Sides): DeployedPair => {
  const address = { cluster: 'one', namespace: 'monitoring', component: 'loki', ...given }
  const deployed = (side: Side): Deployed => ({
    ...address,
    environment,
    place: ['clusters', address.cluster, 'namespaces', address.namespace, address.component],
    folder: `apps/${environment}/${address.namespace}/${address.component}`,
    control: objectsIn(side.control ?? ''),
    content: side.content ?? contentOf(side, address.component),
  })
  return {
    files: [],
    ...address,
    ...(before && { before: deployed(before) }),
    ...(after && { after: deployed(after) }),
  }
}

export const contentOf = ({ objects = '', values, version = '1.0.0' }: Side, name = 'loki'): Content => ({
  objects: objectsIn(objects),
  ...(values !== undefined && {
    release: { name, chart: { name, url: `oci://ghcr.io/example/${name}`, version }, values: parse(values) ?? {} },
  }),
})
