import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { execaSync } from 'execa'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { blocksOf } from '../support/markdown.ts'
import { follow } from './follow.ts'
import { type Newcomer, newcomer } from './newcomer.ts'

const page = readFileSync(fileURLToPath(new URL('../../docs/how-to/keep-secrets.md', import.meta.url)), 'utf8')

const isOnPath = (...programs: readonly string[]): boolean =>
  programs.every((program) => !execaSync(program, ['--help'], { reject: false }).failed)

let somebody: Newcomer
beforeAll(() => {
  somebody = newcomer()
})
afterAll(() => somebody.remove())

test.runIf(isOnPath('sops', 'age-keygen', 'kubectl'))(
  'its commands encrypt a Secret as a render wants it (with sops, age-keygen and kubectl on the path)',
  () => {
    somebody.reset()
    follow(page, somebody.platform, somebody)
    const [once = '', each = ''] = blocksOf(page).flatMap(({ language, text }) =>
      language === 'console' ? [text] : [],
    )
    const [key = ''] = once.split('\n')
    expect(somebody.shell(somebody.platform, `export HOME="$PWD/.home"\n${key}\n${each}`)).toMatchObject({
      exitCode: 0,
    })
    expect(somebody.shell(somebody.platform, 'npx zx scripts/render.mjs')).toMatchObject({ exitCode: 0 })
    const secrets = join(somebody.platform, 'clusters/dev-1/monitoring/secrets.yaml')
    expect(readFileSync(secrets, 'utf8')).toContain('provider: sops')
  },
)
