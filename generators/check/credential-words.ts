/** Whether what goes by this name is a credential: `adminPassword`, `DB_PASSWORD`; not `passwordKey`, which leads to one. */
export const isCredentialName = (name: string): boolean =>
  !/^existing/i.test(name) && (ending.test(name.replaceAll(/[^A-Za-z0-9]/g, '')) || shortEnding.test(name))

const ending =
  /(password|passwd|passphrase|token|apikey|(account|encryption|private|secretaccess|signing)key|(client|cookie|jwt|session|shared|webhook)secret)$/i
const shortEnding = /(^|[-_.])(pass|pwd|secret_key)$|[a-z](Pass|Pwd)$/i

/** Whether a value stands for itself: no reference to the environment or a file, no template, nothing encrypted. */
export const isLiteral = (value: unknown): boolean =>
  typeof value === 'number' || (typeof value === 'string' && value.trim() !== '' && !reference.test(value.trim()))

const reference = new RegExp(
  [
    /^\$(\{.*\}|\(.*\)|__\w+\{.*\}|[A-Z_][A-Z0-9_]*)$/, // ${DB_PASSWORD}, $(DB_PASSWORD), $__file{/etc/password}
    /\{\{.*\}\}/, // a template
    /^(\/[\w.-]+){2,}$/, // a file
    /^(ENC\[|op:\/\/|ref\+|vault:)/, // encrypted by SOPS, or fetched by who reads it
    /^<.*>$|^(true|false|null|none)$/, // said to be nothing
  ]
    .map(({ source }) => source)
    .join('|'),
  's',
)

/** Whether a text, of one line or many, holds a credential. */
export const holdsCredential = (text: string): boolean =>
  suspicious.test(text) &&
  (wellKnown.test(text) ||
    [...text.matchAll(address)].some(([, password]) => isLiteral(password) && !/[$<{]/.test(password ?? '')) ||
    text.split('\n').some(isSetting))

/** Most texts are told apart by this alone. */
const suspicious = /:\/\/|pass|pwd|token|key|secret|^(Basic|Bearer) /i

/** Forms that nothing but a credential has. */
const wellKnown = new RegExp(
  [
    /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
    /^(Basic|Bearer) [\w+/=.-]{8,}$/,
    /hooks\.slack\.com\/services\/\w+\/\w+\/\w+/,
    /discord(app)?\.com\/api\/webhooks\/\d+\/[\w-]+/,
    /\b(ghp_|github_pat_|glpat-|xox[abp]-)[\w-]{10,}/,
  ]
    .map(({ source }) => source)
    .join('|'),
)

/** `https://user:password@host`, but not `docker://image:tag@sha256:…`. */
const address = /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@"']*:([^\s/@"']+)@(?!sha256:)/gi

/** `password: hunter2`, `"token": "…"`, `--password=hunter2`, `DB_PASSWORD=hunter2`. */
const isSetting = (line: string): boolean => {
  const [, name = '', quoted, bare] = setting.exec(line) ?? []
  if (!isCredentialName(name)) return false
  return quoted === undefined ? bare !== undefined && bare !== name && isLiteral(bare) : isLiteral(quoted)
}

// A value without quotes is one word: anything else is code that looks the credential up.
const setting = /^[\s-]*["']?([\w.-]+)["']?\s*[:=]\s*(?:["'](.*)["'],?|([^\s"'()[\]{}.$,;<>|`]+))\s*$/
