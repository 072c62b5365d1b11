/** What a forge answered instead of doing what it was asked. */
export class ForgeRefusal extends Error {
  override readonly name = 'ForgeRefusal'
}

export interface Question {
  readonly method: 'GET' | 'PATCH' | 'POST' | 'PUT'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: object
}

// A forge that never answers must not hold up a pipeline for an hour.
const patience = 30_000

/** Asks a forge; throws a ForgeRefusal with its words. No token is ever part of them. */
export const ask = async ({ method, url, headers, body }: Question): Promise<unknown> => {
  const response = await fetch(url, {
    method,
    headers: { ...headers, accept: 'application/json', ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(patience),
  }).catch((error: unknown) => {
    throw new ForgeRefusal(`${new URL(url).host} does not answer: ${error instanceof Error ? error.message : error}`)
  })
  const text = await response.text()
  if (!response.ok) throw new ForgeRefusal(`${new URL(url).host} answers ${response.status}: ${wordsIn(text)}`)
  return JSON.parse(text)
}

const wordsIn = (text: string): string => {
  try {
    const { message, error } = JSON.parse(text) as { message?: unknown; error?: unknown }
    return String(message ?? error ?? text).slice(0, 200)
  } catch {
    return text.slice(0, 200)
  }
}
