import { expect, test } from 'vitest'
import type { Reader } from './reader.ts'
import { sample } from './sample.ts'

export const differenceTests = ({ page, open, reloadUntil }: Reader): void => {
  const address = '#prod/web'
  /** Rows of the first table with a name: the text of each cell. */
  const rows = (of: string) =>
    page.evaluate((caption) => {
      const table = [...document.querySelectorAll('table')].find((one) => one.caption?.textContent === caption)
      return [...(table?.tBodies[0]?.rows ?? [])].map((row) => [...row.cells].map((cell) => cell.textContent))
    }, of)

  test('nothing of a change is drawn before somebody opens it', async () => {
    await open(sample)
    expect(await page.$$('table, .body')).toEqual([])
    await page.click('[id="prod/web"] summary')
    await page.waitForSelector('[id="prod/web"] table')
  })

  test('both sides stand beside each other with their numbers, and what differs is marked', async () => {
    await open(sample, { address })
    expect(await rows('values of web')).toEqual([
      ['1', 'ingress:', '1', 'ingress:'],
      ['2', '  enabled: false', '2', '  enabled: true'],
    ])
    const marked = await page.$$eval('table del, table ins', (all) => all.map((one) => one.textContent))
    expect(marked.slice(0, 4)).toEqual(['false', 'true', '2', '3'])
    expect(await page.$$eval('table .key', ([first]) => first?.textContent)).toBe('ingress')
  })

  test('v puts one side below the other, and the page remembers', async () => {
    await open(sample, { address })
    await page.keyboard.press('v')
    expect(await rows('values of web')).toEqual([
      ['1', '1', '', 'ingress:'],
      ['2', '', '−', '  enabled: false'],
      ['', '2', '+', '  enabled: true'],
    ])
    await reloadUntil(async () => (await page.$$('table.unified')).length === 3)
    expect(await page.$$('table.unified')).toHaveLength(3)
    await page.keyboard.press('v')
    expect(await page.$$('table.split')).toHaveLength(3)
  })

  test('on a telephone one side is below the other by itself, and beside it when it is turned', async () => {
    await open(sample, { address, width: 360 })
    expect(await page.$$('table.split')).toHaveLength(0)
    await page.setViewport({ width: 1000, height: 400 })
    await page.waitForSelector('table.split')
  })

  test('what stays the same is folded, and shown when asked for, with the keyboard going on from there', async () => {
    await open(sample, { address })
    const folded = (await rows('ConfigMap shop/settings'))[0]
    expect(folded).toEqual(['44 lines unchanged'])
    const button = await page.$('.fold:has(+ tr) button')
    await page.evaluate(() => {
      for (const one of document.querySelectorAll<HTMLElement>('.fold button')) {
        if (one.textContent === '44 lines unchanged') one.focus()
      }
    })
    expect(button).not.toBeNull()
    await page.keyboard.press('Enter')
    const shown = await rows('ConfigMap shop/settings')
    expect(shown).toHaveLength(48)
    expect(shown[0]).toEqual(['1', 'apiVersion: v1', '1', 'apiVersion: v1'])
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('1apiVersion: v11apiVersion: v1')
  })

  test('a change tells where it comes from and whom it reaches', async () => {
    await open(sample, { address })
    const facts = await page.$$eval('.facts > div', (all) =>
      all.map(({ children }) => [...children].map((one) => one.textContent)),
    )
    expect(facts).toEqual([
      ['Because of', 'generators/fleet.ts:41 environments.prod.web'],
      ['2 clusters', 'eu-1, us-1'],
      ['Namespace', 'shop'],
    ])
  })
}
