import { expect, test } from 'vitest'
import type { Reader } from './reader.ts'
import { sample } from './sample.ts'

export const themeTests = ({ page, open }: Reader): void => {
  const isDark = () =>
    page.evaluate(() => {
      const [red = 255] = getComputedStyle(document.body).backgroundColor.match(/\d+/g)?.map(Number) ?? []
      return red < 128
    })

  test.each([
    ['light', false],
    ['dark', true],
  ] as const)('the page is %s where the system is', async (theme, expected) => {
    await open(sample, { theme })
    expect(await isDark()).toBe(expected)
    expect(await page.$eval('#theme', (button) => button.ariaPressed)).toBe(String(expected))
  })

  test('a reader may want it otherwise, and the page remembers; back at the system it follows that again', async () => {
    await open(sample, { theme: 'light' })
    await page.click('#theme')
    expect(await isDark()).toBe(true)
    await page.reload()
    expect(await isDark()).toBe(true)
    await page.click('#theme')
    expect(await isDark()).toBe(false)
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }])
    await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark')
    expect(await isDark()).toBe(true)
  })
}
