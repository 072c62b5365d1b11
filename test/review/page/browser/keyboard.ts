import { expect, test } from 'vitest'
import type { Reader } from './reader.ts'
import { hostile, large, sample } from './sample.ts'

export const keyboardTests = ({ page, open, reloadUntil, focus, listed }: Reader): void => {
  const isOpen = () => page.$eval('.change:focus-within > details', (details) => details.hasAttribute('open'))

  test('j and k go from change to change, and stay at the ends', async () => {
    await open(sample)
    const met: string[] = []
    for (const key of ['j', 'j', 'j', 'j', 'j', 'k', 'k', 'k', 'k'] as const) {
      await page.keyboard.press(key)
      met.push(await focus())
    }
    const [loki, web, strange, tempo] = ['prod/loki', 'prod/web', `dev/${hostile}`, 'local/tempo']
    expect(met).toEqual([loki, web, strange, tempo, tempo, strange, web, loki, loki])
  })

  test('j goes on to changes that were not drawn yet', async () => {
    await open(large)
    const drawn = await listed()
    await page.$$eval('.change summary', (all) => all.at(-1)?.focus())
    await page.keyboard.press('j')
    expect(drawn).not.toContain(await focus())
    expect(await listed()).toContain(await focus())
  })

  test('o opens and closes a change, and so does Enter', async () => {
    await open(sample)
    await page.keyboard.press('j')
    const states: boolean[] = []
    for (const key of ['o', 'o', 'Enter'] as const) {
      await page.keyboard.press(key)
      states.push(await isOpen())
    }
    expect(states).toEqual([true, false, true])
  })

  test('/ leads to the search, where letters are letters, and Escape clears it', async () => {
    await open(sample)
    await page.keyboard.press('/')
    expect(await focus()).toBe('query')
    await page.keyboard.type('jo/r?')
    expect(await page.$eval('#query', (field) => (field as HTMLInputElement).value)).toBe('jo/r?')
    expect(await listed()).toEqual([])
    await page.keyboard.press('Escape')
    expect(await listed()).toHaveLength(4)
  })

  test('r shows risks only, and everything again', async () => {
    await open(sample)
    await page.keyboard.press('r')
    expect(await listed()).toEqual(['prod/loki'])
    await page.keyboard.press('r')
    expect(await listed()).toHaveLength(4)
  })

  test('? shows what the keys do, and Escape leads back to where one was', async () => {
    await open(sample)
    await page.keyboard.press('j')
    await page.keyboard.press('?')
    expect(await page.$eval('dialog', (dialog) => [dialog.open, dialog.textContent?.includes('next change')])).toEqual([
      true,
      true,
    ])
    await page.keyboard.press('j')
    await page.keyboard.press('Escape')
    expect(await page.$eval('dialog', (dialog) => dialog.open)).toBe(false)
    expect(await focus()).toBe('prod/loki')
  })

  test('single keys can be switched off, and stay so, but Escape still leaves the search', async () => {
    await open(sample)
    await page.keyboard.press('?')
    await page.click('#keys')
    await page.keyboard.press('Escape')
    await reloadUntil(async () => !(await page.$eval('#keys', (box) => (box as HTMLInputElement).checked)))
    await page.keyboard.press('r')
    expect(await listed()).toHaveLength(4)
    await page.type('#query', 'tempo')
    await page.keyboard.press('Escape')
    expect(await listed()).toHaveLength(4)
    await page.click('#show-help')
    await page.click('#keys')
    await page.keyboard.press('Escape')
    await page.keyboard.press('r')
    expect(await listed()).toEqual(['prod/loki'])
  })

  test('wherever Tab leads to can be seen', async () => {
    await open(sample)
    const unmarked: string[] = []
    for (let times = 0; times < 25; times++) {
      await page.keyboard.press('Tab')
      const found = await page.evaluate(() => {
        const one = document.activeElement
        if (one === null || one === document.body) return undefined
        return getComputedStyle(one).outlineStyle === 'none' ? one.outerHTML : undefined
      })
      if (found !== undefined) unmarked.push(found)
    }
    expect(unmarked).toEqual([])
  })
}
