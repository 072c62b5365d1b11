/** What is asked of a registry. */
export interface Question {
  readonly url: string
  /** Default `GET`. */
  readonly method?: 'GET' | 'HEAD' | 'POST'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** How many bytes the answer may have. Default: as many as whoever carries the question allows. */
  readonly limit?: number
}

export interface Answer {
  readonly status: number
  readonly header: (name: string) => string | undefined
  readonly body: Uint8Array
}

/** Carries a question to a registry, and all of its answer back. Throws `Unanswered` where there is none. */
export type Ask = (question: Question) => Promise<Answer>

/** A registry that did not answer, or answered nothing that can be used. The message is a sentence that names it. */
export class Unanswered extends Error {}

export const hostOf = (url: string): string => new URL(url).host

export const textOf = ({ body }: Answer): string => Buffer.from(body).toString('utf8')

/** A JSON object that was answered. */
export const jsonOf = (answer: Answer, from: string): Readonly<Record<string, unknown>> => {
  try {
    const value: unknown = JSON.parse(textOf(answer))
    if (typeof value === 'object' && value !== null) return value as Readonly<Record<string, unknown>>
  } catch {
    // What is no JSON is nothing that we asked for either.
  }
  throw new Unanswered(`${from} answered something that is no registry's: see whether the address is right`)
}
