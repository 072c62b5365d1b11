import { expect, test } from 'vitest'
import type { Reader } from './reader.ts'
import { hostile, large, sample } from './sample.ts'

export const listTests = ({ page, open, listed }: Reader): void => {
  const found = () => page.$eval('#found', (status) => status.textContent)

  test('changes stand below their environments, each said in words, with whom it reaches', async () => {
    await open(sample)
    const sections = await page.$$eval('#list > section', (all) =>
      all.map((one) => [one.querySelector('h3')?.textContent, one.querySelectorAll('article').length]),
    )
    expect(sections).toEqual([
      ['prod 2 changes in 2 clusters', 2],
      ['dev 1 change in 1 cluster', 1],
      ['local 1 change in 1 cluster', 1],
    ])
    expect(await page.$eval('[id="prod/web"] h4', (one) => one.textContent)).toBe('web in eu-1, us-1')
    expect(await page.$eval('[id="prod/web"] .words', (one) => one.textContent)).toBe(
      'chart 1.2.3 → 2.0.0 replicas 2 → 3 ',
    )
  })

  test('the search finds objects that nobody sees yet, and says how many it found', async () => {
    await open(sample)
    await page.type('#query', 'configmap settings')
    expect(await listed()).toEqual(['prod/web'])
    expect(await found()).toBe('1 of 4 changes')
    expect(await page.$eval('.found-in', (one) => one.textContent)).toBe('Found in ConfigMap shop/settings')
    await page.keyboard.press('Escape')
    expect(await page.$('.found-in')).toBeNull()
  })

  test('what was searched for is painted wherever it can be read', async () => {
    await open(sample, { address: '#prod/web' })
    await page.type('#query', 'repl')
    const painted = await page.evaluate(() => [...(CSS.highlights.get('found') ?? [])].map((range) => range.toString()))
    // in the words of two changes, and in the difference of the open one, before and after
    expect(painted).toEqual(['repl', 'repl', 'repl', 'repl'])
  })

  test('where nothing matches, that is said, and there is a way back', async () => {
    await open(sample)
    await page.type('#query', 'nowhere')
    expect(await page.$eval('#nothing', (one) => one.checkVisibility())).toBe(true)
    await page.click('#clear')
    expect(await listed()).toHaveLength(4)
    expect(await page.$eval('#nothing', (one) => one.checkVisibility())).toBe(false)
  })

  test('the strip of environments and the field above the list say the same', async () => {
    await open(sample)
    await page.click('.environments [data-name="dev"]')
    expect(await listed()).toEqual([`dev/${hostile}`])
    expect(await page.$eval('#environment', (field) => (field as HTMLSelectElement).value)).toBe('dev')
    await page.select('#environment', 'prod')
    const pressed = await page.$$eval('.environments [aria-pressed="true"]', (all) => all.map((one) => one.textContent))
    expect(pressed).toEqual(['prod 2 changes in 2 clusters 1 risk'])
    await page.click('.environments [data-name="prod"]')
    expect(await listed()).toHaveLength(4)
  })

  test('only changes of a kind can be seen', async () => {
    await open(sample)
    await page.select('#what', 'removed')
    expect(await listed()).toEqual(['prod/loki'])
    await page.select('#what', 'added')
    expect(await listed()).toEqual(['local/tempo'])
  })

  test('what was opened stays open while others are searched for', async () => {
    await open(sample, { address: '#prod/web' })
    await page.type('#query', 'tempo')
    expect(await listed()).toEqual(['local/tempo'])
    await page.keyboard.press('Escape')
    expect(await page.$eval('[id="prod/web"] details', (details) => details.open)).toBe(true)
  })

  test('of a thousand changes the first are drawn, the others when one comes near, and a search finds the last', async () => {
    await open(large)
    const first = (await listed()).length
    expect(first).toBeLessThan(200)
    expect(await found()).toBe('1,000 changes')
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
    await page.waitForFunction((before) => document.querySelectorAll('.change').length > before, {}, first)
    await page.type('#query', 'cluster-999')
    expect(await listed()).toEqual(['dev/c-999'])
  })

  test('all of a thousand changes are printed', async () => {
    await open(large)
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    expect(await listed()).toHaveLength(1000)
  })
}
