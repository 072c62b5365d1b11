import { expect, test } from 'vitest'
import type { Reader } from './reader.ts'
import { sample } from './sample.ts'

export const themeTests = ({ page, open, reloadUntil }: Reader): void => {
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
    await reloadUntil(isDark)
    expect(await isDark()).toBe(true)
    await page.click('#theme')
    expect(await isDark()).toBe(false)
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }])
    await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark')
    expect(await isDark()).toBe(true)
  })

  test('on paper it is dark on white, whatever it is on the screen, and without what paper cannot do', async () => {
    await open(sample, { theme: 'dark', address: '#prod/web' })
    await page.waitForSelector('table')
    await page.emulateMediaType('print')
    const shown = await page.evaluate(() => ({
      ink: getComputedStyle(document.querySelector('h1') ?? document.body).color,
      fields: document.querySelector('.bar')?.checkVisibility(),
      table: document.querySelector('table')?.checkVisibility(),
    }))
    await page.emulateMediaType()
    expect(shown).toEqual({ ink: 'rgb(26, 31, 38)', fields: false, table: true })
  })
}
