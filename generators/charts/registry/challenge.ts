/** What a registry wants to see before it answers: `WWW-Authenticate`, taken apart. */
export interface Challenge {
  readonly scheme: 'basic' | 'bearer'
  /** Of a bearer: `realm` gives tokens, for a `service` and a `scope`. */
  readonly parameters: Readonly<Record<string, string>>
}

/** The challenge of a header; of several, the first that we can meet. Undefined where there is none. */
export const challengeIn = (header: string): Challenge | undefined => {
  const [, word = '', rest = ''] = /(?:^|,)\s*(bearer|basic)(?:\s+(.*))?$/i.exec(header) ?? []
  if (word === '') return undefined
  const pairs = [...rest.matchAll(/(\w+)=(?:"((?:[^"\\]|\\.)*)"|([^\s,]+))/g)]
  return {
    scheme: word.toLowerCase() === 'bearer' ? 'bearer' : 'basic',
    parameters: Object.fromEntries(
      pairs.map(([, name = '', quoted, bare]) => [
        name.toLowerCase(),
        quoted?.replaceAll(/\\(.)/g, '$1') ?? bare ?? '',
      ]),
    ),
  }
}
