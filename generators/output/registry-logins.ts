import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { execa } from 'execa'
import type { Login, LoginFor } from '../charts/registry/authorized.ts'

/** What is read of Docker's `config.json`, and of Helm's, which has the same form. */
interface LoginFile {
  readonly auths?: Readonly<Record<string, LoginEntry>>
  readonly credHelpers?: Readonly<Record<string, string>>
  readonly credsStore?: string
}

interface LoginEntry {
  /** `name:password`, in Base64. */
  readonly auth?: string
  readonly username?: string
  readonly password?: string
  readonly identitytoken?: string
}

/** The logins of this machine: what `helm registry login` and `docker login` left, and the programs that keep them. */
export const registryLogins = (env: NodeJS.ProcessEnv): LoginFor => {
  const files = loginFiles(env).map(readLogins)
  return async (host) => {
    for (const file of files) {
      const login = (await kept(file, host, env)) ?? written(file, host)
      if (login !== undefined) return login
    }
    return undefined
  }
}

const loginFiles = (env: NodeJS.ProcessEnv): readonly string[] => {
  const home = env.HOME ?? homedir()
  const helm = env.HELM_CONFIG_HOME ?? join(env.XDG_CONFIG_HOME ?? join(home, '.config'), 'helm')
  return [
    env.HELM_REGISTRY_CONFIG ?? join(helm, 'registry/config.json'),
    join(env.DOCKER_CONFIG ?? join(home, '.docker'), 'config.json'),
  ]
}

/** Most machines have no such file, and charts are mostly public: what cannot be read is no login. */
const readLogins = (path: string): LoginFile => {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) ?? {}
  } catch {
    return {}
  }
}

/** What a host may be called in such a file. */
const keysOf = (host: string): readonly string[] =>
  host === 'registry-1.docker.io'
    ? ['https://index.docker.io/v1/', 'docker.io', host]
    : [host, `https://${host}`, `https://${host}/v1/`, `https://${host}/v2/`]

const written = ({ auths = {} }: LoginFile, host: string): Login | undefined => {
  const { auth, username, password, identitytoken } =
    keysOf(host)
      .map((key) => auths[key])
      .find((one) => one !== undefined) ?? {}
  if (identitytoken) return { identityToken: identitytoken }
  if (username && password) return { username, password }
  const [, name, word] = /^([^:]+):(.+)$/s.exec(Buffer.from(auth ?? '', 'base64').toString('utf8')) ?? []
  return name && word ? { username: name, password: word.replace(/\0+$/, '') } : undefined
}

/** Asks the program that keeps the login of a host, where there is one. */
const kept = async (
  { credHelpers = {}, credsStore }: LoginFile,
  host: string,
  env: NodeJS.ProcessEnv,
): Promise<Login | undefined> => {
  const [key = host] = keysOf(host)
  const keeper = credHelpers[key] ?? credHelpers[host] ?? credsStore
  if (keeper === undefined || !/^[\w.-]+$/.test(keeper)) return undefined
  const { failed, stdout } = await execa(`docker-credential-${keeper}`, ['get'], {
    input: key,
    env,
    extendEnv: false,
    reject: false,
    timeout: 10_000,
  })
  return failed ? undefined : answered(stdout)
}

const answered = (text: string): Login | undefined => {
  try {
    const { Username: username, Secret: secret } = JSON.parse(text)
    if (!username || !secret) return undefined
    return username === '<token>' ? { identityToken: secret } : { username, password: secret }
  } catch {
    return undefined
  }
}
