import { type Answer, type Ask, hostOf, jsonOf, type Question, Unanswered } from './ask.ts'
import { type Challenge, challengeIn } from './challenge.ts'
import { isLoopback } from './oci-address.ts'

/** Who asks: by name and password, or by a token of an identity, for which there are tokens of the registry. */
export type Login = { readonly username: string; readonly password: string } | { readonly identityToken: string }

/** The login for a host, such as `ghcr.io`; undefined where there is none, and whoever asks stays unknown. */
export type LoginFor = (host: string) => Promise<Login | undefined>

/**
 * Asks as somebody whom registries answer. A registry that wants a token says where there are some; most give one to
 * anybody who only reads. A token is kept for the repository that it is for.
 */
export const authorized = (ask: Ask, loginFor: LoginFor): Ask => {
  const known = new Map<string, string>()
  return async (question) => {
    const key = audience(question.url)
    const first = await ask(withAuthorization(question, known.get(key)))
    if (first.status !== 401) return first
    const authorization = await authorizationFor(first, question, ask, loginFor)
    const second = authorization === undefined ? first : await ask(withAuthorization(question, authorization))
    if (second.status === 401 || authorization === undefined) throw new Unanswered(wantsLogin(hostOf(question.url)))
    known.set(key, authorization)
    return second
  }
}

/** A token is for one repository of one registry. */
const audience = (url: string): string => {
  const { host, pathname } = new URL(url)
  return `${host} ${/^\/v2\/(.+)\/(?:tags|manifests|blobs)\//.exec(pathname)?.[1] ?? ''}`
}

const withAuthorization = (question: Question, authorization: string | undefined): Question =>
  authorization === undefined ? question : { ...question, headers: { ...question.headers, authorization } }

const authorizationFor = async (
  refusal: Answer,
  { url }: Question,
  ask: Ask,
  loginFor: LoginFor,
): Promise<string | undefined> => {
  const challenge = challengeIn(refusal.header('www-authenticate') ?? '')
  const login = await loginFor(hostOf(url))
  if (challenge?.scheme === 'bearer') return `Bearer ${await token(challenge, url, login, ask)}`
  return challenge === undefined || login === undefined || 'identityToken' in login ? undefined : basic(login)
}

const basic = ({ username, password }: { readonly username: string; readonly password: string }): string =>
  `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`

const token = async (
  { parameters: { realm = '', ...wanted } }: Challenge,
  url: string,
  login: Login | undefined,
  ask: Ask,
): Promise<string> => {
  const host = hostOf(url)
  if (!isTrustworthy(realm, url))
    throw new Unanswered(`${host} sends for its tokens to ${realm || 'nowhere'}, which is not safe`)
  const answer = await ask(tokenQuestion(realm, wanted, login))
  if (answer.status !== 200) {
    throw new Unanswered(
      answer.status < 500 ? wantsLogin(host) : `${hostOf(realm)} gave no token for ${host}: ${answer.status}`,
    )
  }
  const { token, access_token: accessToken } = jsonOf(answer, hostOf(realm))
  const found = token ?? accessToken
  if (typeof found === 'string' && /^[\x21-\x7e]+$/.test(found)) return found
  throw new Unanswered(`${hostOf(realm)} gave no token for ${host}`)
}

/** A password must not go over a network in the open, whoever asks for that. */
const isTrustworthy = (realm: string, url: string): boolean => {
  if (!URL.canParse(realm)) return false
  const { protocol, hostname } = new URL(realm)
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname) && isLoopback(new URL(url).hostname))
}

const tokenQuestion = (
  realm: string,
  { service, scope }: Readonly<Record<string, string>>,
  login: Login | undefined,
): Question => {
  const url = new URL(realm)
  const byIdentity = login !== undefined && 'identityToken' in login
  const wanted = byIdentity ? new URLSearchParams() : url.searchParams
  if (service !== undefined) wanted.set('service', service)
  if (scope !== undefined) wanted.set('scope', scope)
  if (!byIdentity)
    return { url: url.href, ...(login === undefined ? {} : { headers: { authorization: basic(login) } }) }
  wanted.set('grant_type', 'refresh_token')
  wanted.set('refresh_token', login.identityToken)
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  return { url: url.href, method: 'POST', headers, body: String(wanted) }
}

const wantsLogin = (host: string): string =>
  `${host} wants to know who asks: log in with docker login ${host}, or helm registry login ${host}`
