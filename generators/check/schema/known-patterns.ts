/** A pattern with a name: what it asks for, as `not …` continues, and what to do about a text that does not match. */
export interface KnownPattern {
  readonly pattern: string
  readonly what: string
  readonly fix: string
}

const label = '[a-z0-9]([-a-z0-9]*[a-z0-9])?'
const subdomain = `${label}(\\.${label})*`
const qualified = '([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]'
const number = '(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))'

const lowerCase = "use lower case letters, digits and '-'"
const manyCharacters = "letters, digits, '-', '_' and '.'"
const ends = 'with a letter or digit at both ends'
const keyWords = {
  what: 'a label key',
  fix: `use at most 63 ${manyCharacters}, ${ends}, after an optional DNS name and '/'`,
}

/** The forms that Kubernetes asks for most, as k8s.io/apimachinery has them. Limits of length stand apart from them. */
export const knownPatterns = {
  /** RFC 1123: `grafana`. */
  dnsLabel: { pattern: `^${label}$`, what: 'a DNS label', fix: `${lowerCase}, ${ends}` },
  /** Labels with dots between them: `www.example.com`. */
  dnsSubdomain: {
    pattern: `^${subdomain}$`,
    what: 'a DNS name',
    fix: `${lowerCase}, or '.' between such words, ${ends}`,
  },
  /** `app.kubernetes.io/name` */
  labelKey: { pattern: `^(${subdomain}/)?${qualified}$`, ...keyWords },
  /** A label key whose prefix may have upper case letters. */
  annotationKey: { pattern: `(?i)^(${subdomain}/)?${qualified}$`, ...keyWords },
  labelValue: { pattern: `^(${qualified})?$`, what: 'a label value', fix: `use at most 63 ${manyCharacters}, ${ends}` },
  /** A key in a ConfigMap or Secret: `values.yaml`. */
  dataKey: { pattern: '^[-._a-zA-Z0-9]+$', what: 'a key for data', fix: `use ${manyCharacters}` },
  /** The name of a container's port: `http-metrics`. */
  portName: {
    pattern: '^(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*$',
    what: 'the name of a port',
    fix: `${lowerCase}, at least one letter; write a number without quotes`,
  },
  environmentVariable: { pattern: '^[ -<>-~]+$', what: 'a variable name', fix: "use printable ASCII other than '='" },
  /** What can be a part of a URL's path: `system:aggregate-to-view`. */
  pathSegment: { pattern: '^(?!\\.{1,2}$)[^/%]+$', what: 'part of a path', fix: "use neither '/' nor '%'" },
  percentage: {
    pattern: '^[0-9]+%$',
    what: 'a percentage',
    fix: 'write a percentage such as 25%, or a number without quotes',
  },
  cronSchedule: {
    pattern: '^ *(@\\w+( +\\S+)?|\\S+( +\\S+){4}) *$',
    what: 'a cron schedule',
    fix: 'write five fields, such as 0 3 * * *',
  },
  cidr: { pattern: '^[0-9A-Fa-f:.]+/[0-9]{1,3}$', what: 'an address range', fix: 'write it as 10.0.0.0/8' },
  /** As CustomResourceDefinitions write it. */
  quantity: {
    pattern: `^(\\+|-)?${number}(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?${number}))?$`,
    what: 'a quantity',
    fix: 'write a number and a unit, such as 500m or 10Gi',
  },
} as const satisfies Readonly<Record<string, KnownPattern>>
