import { type Check, matching, satisfying } from './check.ts'

/** A length of time for Prometheus and most of Kubernetes: `30s`, `10d`. */
export type Duration = `${number}${'ms' | 's' | 'm' | 'h' | 'd' | 'w' | 'y'}`
/** A length of time as Go reads it: `90s`, `168h`. Go knows no days. */
export type GoDuration = `${number}${'ms' | 's' | 'm' | 'h'}`
/** A Kubernetes quantity of bytes: `10Gi`. */
export type Quantity = `${number}${'Ki' | 'Mi' | 'Gi' | 'Ti' | 'Pi' | 'k' | 'M' | 'G' | 'T'}`
/** A Kubernetes quantity of processors: `500m`, `2`. */
export type Cpu = `${number}m` | `${number}`

export const duration: Check = matching('duration', /^([0-9]+(ms|s|m|h|d|w|y))+$/, 'a duration', "'10d'")
export const goDuration: Check = matching('duration', /^([0-9]+(\.[0-9]+)?(ms|s|m|h))+$/, 'a Go duration', "'168h'")
export const quantityPattern = /^[0-9]+(\.[0-9]+)?(Ki|Mi|Gi|Ti|Pi|k|M|G|T)$/
export const quantity: Check = matching('size', quantityPattern, 'a size', "'10Gi'")
export const cpu: Check = matching('size', /^([0-9]+m|[0-9]+(\.[0-9]+)?)$/, 'an amount of processors', "'500m'")

/** DNS-1123: what Kubernetes takes as the name of most objects. */
export const objectNamePattern = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/
export const objectName: Check = matching(
  'name',
  objectNamePattern,
  'a name of at most 63 lower-case letters, digits and dashes',
  "'loki'",
)
export const hostname: Check = matching(
  'name',
  /^(?=.{1,253}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)+$/,
  'a host name',
  "'grafana.example.com'",
)
export const fileName: Check = matching(
  'name',
  /^[A-Za-z0-9][\w.-]*\.ya?ml$/,
  'the name of a YAML file, without a folder',
  "'grafana-admin.sops.yaml'",
)
/** An exact version; a range or `latest` would change under the reviewer's feet. */
export const version: Check = matching(
  'version',
  /^v?[0-9]+\.[0-9]+(\.[0-9]+)?([-+][0-9A-Za-z.-]+)?$/,
  'an exact version',
  "'18.11.0'",
)
export const url: Check = matching(
  'url',
  /^(https?|oci|ssh):\/\/[^\s/]+(\/\S*)?$/,
  'an address',
  "'https://example.com'",
)
export const text: Check = satisfying('text', (v) => typeof v === 'string' && v.length > 0, 'a text', "'…'")
export const flag: Check = satisfying('flag', (v) => typeof v === 'boolean', 'a yes or no', 'true')
export const count: Check = satisfying('count', (v) => Number.isInteger(v) && Number(v) >= 0, 'a whole number', '2')

export const nodePort: Check = satisfying(
  'node-port',
  (v) => Number.isInteger(v) && Number(v) >= 30000 && Number(v) <= 32767,
  'a NodePort from 30000 to 32767',
  '30300',
)

/** A reference made by `secret('name')`. A password in plain text is told apart, since it must never be committed. */
export const secretReference: Check = (value, place) => {
  if (typeof value === 'string') {
    return [
      {
        rule: 'literal-secret',
        place,
        reason: 'a secret is written here in plain text, and would be committed',
        fix: "remove it, put it into a Secret and write secret('NAME') here",
      },
    ]
  }
  const name = typeof value === 'object' && value !== null ? (value as { secret?: unknown }).secret : undefined
  return objectName(name ?? value, place)
}
