import { type Ask, hostOf, Unanswered } from '../charts/registry/ask.ts'

export interface HttpOptions {
  /** How long a registry may take for one answer, in milliseconds. */
  readonly timeout: number
}

/** Enough for the index of the largest repositories of charts. */
const largestAnswer = 64 * 1024 * 1024

/** Asks over HTTP. A redirect to another host is followed without what says who asks. */
export const askOverHttp =
  ({ timeout }: HttpOptions): Ask =>
  async ({ url, method = 'GET', headers = {}, body, limit = largestAnswer }) => {
    const host = hostOf(url)
    try {
      const signal = AbortSignal.timeout(timeout)
      const response = await fetch(url, { method, headers, signal, ...(body === undefined ? {} : { body }) })
      return {
        status: response.status,
        header: (name) => response.headers.get(name) ?? undefined,
        body: await wholeBody(response, limit, host),
      }
    } catch (error) {
      throw error instanceof Unanswered ? error : new Unanswered(`${host} ${whyNot(error, timeout)}`)
    }
  }

const wholeBody = async ({ body }: Response, limit: number, host: string): Promise<Uint8Array> => {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of body ?? []) {
    size += part.length
    if (size > limit)
      throw new Unanswered(`${host} answered more than ${limit / 1024 / 1024} MiB, which is more than we take`)
    parts.push(part)
  }
  return Buffer.concat(parts)
}

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'does not listen: nobody is there',
  ECONNRESET: 'hung up before it answered',
  ENOTFOUND: 'is a name that nobody knows',
  EAI_AGAIN: 'could not be looked up: is there a network?',
  ENETUNREACH: 'cannot be reached: is there a network?',
  EHOSTUNREACH: 'cannot be reached',
  UND_ERR_SOCKET: 'hung up before it answered',
}

const whyNot = (error: unknown, timeout: number): string => {
  const { name, message, cause } = error as Error & {
    readonly cause?: { readonly code?: string; readonly message?: string }
  }
  if (name === 'TimeoutError') return `did not answer within ${timeout / 1000} s`
  return reasons[cause?.code ?? ''] ?? `cannot be asked: ${cause?.message ?? message}`
}
