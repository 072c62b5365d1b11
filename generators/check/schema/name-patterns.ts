// The forms of names in Kubernetes, as k8s.io/apimachinery has them, without their limits of length.

const label = '[a-z0-9]([-a-z0-9]*[a-z0-9])?'
const subdomain = `${label}(\\.${label})*`
const qualified = '([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]'

export const namePatterns = {
  /** RFC 1123: `grafana`. */
  dnsLabel: `^${label}$`,
  /** Labels with dots between them: `www.example.com`. */
  dnsSubdomain: `^${subdomain}$`,
  /** `app.kubernetes.io/name`. */
  labelKey: `^(${subdomain}/)?${qualified}$`,
  /** A label key whose prefix may have upper case letters. */
  annotationKey: `(?i)^(${subdomain}/)?${qualified}$`,
  labelValue: `^(${qualified})?$`,
  /** A key in a ConfigMap or Secret: `values.yaml`. */
  dataKey: '^[-._a-zA-Z0-9]+$',
  /** The name of a port in a container: `http-metrics`. */
  portName: '^(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*$',
  environmentVariable: '^[ -<>-~]+$',
  /** What can be a part of a URL's path: `system:aggregate-to-view`. */
  pathSegment: '^(?!\\.{1,2}$)[^/%]+$',
} as const
