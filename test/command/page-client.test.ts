import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { pageClient } from '../../generators/command/page-client.ts'

const program = fileURLToPath(new URL('../..', import.meta.url))
const folder = 'generators/review/page/client'

test('what runs in a browser needs nothing but its own folder, and is the same in a package as here', async () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'package-'))
  const packed = join(elsewhere, 'node_modules/fleetwright')
  try {
    cpSync(join(program, folder), join(packed, folder), { recursive: true })
    expect(await pageClient(packed)).toEqual(await pageClient(program))
  } finally {
    rmSync(elsewhere, { recursive: true })
  }
})

test('none of it ends the element that it is put into, and nothing in it asks for anything', async () => {
  const { first, script, styles } = await pageClient(program)
  for (const text of [first, script, styles])
    expect(text).not.toMatch(/<\/(?:script|style)|<!--|https?:|@import|url\(/i)
  expect(script).not.toMatch(/innerHTML|insertAdjacentHTML|document\.write|\beval\b/)
})
