import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { registryLogins } from '../../generators/output/registry-logins.ts'
import { put } from './sandbox.ts'

const home = mkdtempSync(join(tmpdir(), 'logins-'))
afterAll(() => rmSync(home, { recursive: true }))

const base64 = (text: string) => Buffer.from(text).toString('base64')

put(
  home,
  '.docker/config.json',
  JSON.stringify({
    auths: {
      'ghcr.io': { auth: base64('ann:s:cret') },
      'https://quay.io': { username: 'bob', password: 'word' },
      'https://index.docker.io/v1/': { auth: base64('hub:pass') },
      'acr.example': { identitytoken: 'who-i-am' },
      'empty.example': {},
    },
    credHelpers: { 'kept.example': 'fake', 'lost.example': 'absent', 'evil.example': '../../evil' },
  }),
)
put(
  home,
  '.config/helm/registry/config.json',
  JSON.stringify({ auths: { 'both.example': { auth: base64('helm:x') } } }),
)
put(
  home,
  'bin/docker-credential-fake',
  `#!/bin/sh\nread host; printf '{"Username":"<token>","Secret":"for %s"}' "$host"\n`,
)
chmodSync(join(home, 'bin/docker-credential-fake'), 0o755)

const env = { HOME: home, PATH: `${join(home, 'bin')}:${process.env.PATH}` }

test.each([
  ['ghcr.io', { username: 'ann', password: 's:cret' }],
  ['quay.io', { username: 'bob', password: 'word' }],
  ['registry-1.docker.io', { username: 'hub', password: 'pass' }],
  ['acr.example', { identityToken: 'who-i-am' }],
  ['both.example', { username: 'helm', password: 'x' }],
  ['kept.example', { identityToken: 'for kept.example' }],
  ['lost.example', undefined],
  ['evil.example', undefined],
  ['empty.example', undefined],
  ['unknown.example', undefined],
])('the login for %s is %o', async (host, login) => {
  expect(await registryLogins(env)(host)).toEqual(login)
})

test.each([
  ['no file', { HOME: '/nowhere' }],
  ['a file that is no JSON', { HOME: '/nowhere', HELM_REGISTRY_CONFIG: join(home, 'bin/docker-credential-fake') }],
])('%s is no login', async (_, env) => {
  expect(await registryLogins(env)('ghcr.io')).toBeUndefined()
})
