import { recordsIn } from '../../check/pods.ts'
import { isRecord } from '../../fleet/checks/check.ts'
import type { KubernetesObject } from '../../kubernetes-object.ts'
import { at } from '../../plan/values.ts'

/** A Secret, and where its content comes from. */
export interface SourcedSecret {
  /** `monitoring/login`, as the cluster knows it. */
  readonly secret: string
  /** What kind of source, for people: `a file encrypted with SOPS`. */
  readonly from: string
  /** Which one among those of its kind: the same text for the same entry of the same store. */
  readonly entry: string
}

/** The Secret that an object is, or makes. Undefined for anything else. */
export const secretOf = (object: KubernetesObject): SourcedSecret | undefined => {
  const { kind, metadata, spec } = object
  const named = (name: unknown) => `${metadata.namespace ?? 'default'}/${String(name ?? metadata.name)}`
  if (kind === 'Secret') {
    return isRecord(object.sops)
      ? {
          secret: named(undefined),
          from: 'a file encrypted with SOPS',
          entry: `for ${recipients(object.sops).join(', ')}`,
        }
      : { secret: named(undefined), from: 'a Secret in plain text', entry: '' }
  }
  if (kind === 'SealedSecret') return { secret: named(undefined), from: 'a SealedSecret', entry: '' }
  if (kind === 'ExternalSecret') {
    return { secret: named(at(spec, 'target.name')), from: 'an ExternalSecret', entry: entryOf(spec) }
  }
  if (kind === 'Certificate' && at(spec, 'secretName') !== undefined) {
    const issuer = `${at(spec, 'issuerRef.kind') ?? 'Issuer'} ${at(spec, 'issuerRef.name')}`
    return { secret: named(at(spec, 'secretName')), from: 'cert-manager', entry: issuer }
  }
  return undefined
}

/** Who can decrypt it. What SOPS writes anew with each change of the content is left out. */
const recipients = (sops: Readonly<Record<string, unknown>>): readonly string[] =>
  ['age', 'kms', 'gcp_kms', 'azure_kv', 'hc_vault', 'pgp']
    .flatMap((list) => recordsIn(sops[list]))
    .map(({ record: { recipient, arn, resource_id, fp, name, key_name } }) =>
      String(recipient ?? arn ?? resource_id ?? fp ?? name ?? key_name),
    )
    .sort()

const entryOf = (spec: unknown): string => {
  const store = `${at(spec, 'secretStoreRef.kind') ?? 'SecretStore'} ${at(spec, 'secretStoreRef.name')}`
  const one = (reference: unknown) =>
    [at(reference, 'key'), at(reference, 'property')].filter((part) => part !== undefined).join('#')
  const keys = [
    ...recordsIn(at(spec, 'data')).map(({ record }) => `${record.secretKey}=${one(record.remoteRef)}`),
    ...recordsIn(at(spec, 'dataFrom')).map(({ record }) =>
      record.extract ? one(record.extract) : JSON.stringify(record),
    ),
  ]
  return `${keys.sort().join(', ')} of ${store}`
}
