import { fileURLToPath } from 'node:url'
import { afterAll, describe } from 'vitest'
import { startChromium } from '../../support/chromium.ts'
import { accessTests } from './browser/access.ts'
import { addressTests } from './browser/address.ts'
import { differenceTests } from './browser/difference.ts'
import { keyboardTests } from './browser/keyboard.ts'
import { listTests } from './browser/list.ts'
import { readerIn } from './browser/reader.ts'
import { safetyTests } from './browser/safety.ts'
import { themeTests } from './browser/theme.ts'

const program = fileURLToPath(new URL('../../..', import.meta.url))

// A browser takes a second to start: one is enough for all.
const browser = await startChromium()

if (typeof browser === 'string') {
  console.warn(`skipped: ${browser}`)
  describe.skip(`the page of a review in a browser: ${browser}`, () => {})
} else {
  const reader = await readerIn(browser, program)
  afterAll(async () => {
    await reader.close()
    await browser.close()
  })
  describe('keys', () => keyboardTests(reader))
  describe('the list of changes', () => listTests(reader))
  describe('differences', () => differenceTests(reader))
  describe('addresses', () => addressTests(reader))
  describe('the theme', () => themeTests(reader))
  describe('what others wrote', () => safetyTests(reader))
  describe('for everybody', () => accessTests(reader))
}
