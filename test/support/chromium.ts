import { arch, platform } from 'node:process'
import type { Browser } from 'puppeteer-core'
import { launch } from 'puppeteer-core'

/** A real Chromium: the one that CHROMIUM names, or that of the package `@sparticuz/chromium`; or why there is none. */
export const startChromium = async (): Promise<Browser | string> => {
  const named = process.env.CHROMIUM
  if (named === undefined && (platform !== 'linux' || arch !== 'x64')) {
    return `no Chromium for ${platform} on ${arch} comes with npm ci: name one by CHROMIUM=/path/to/chromium`
  }
  try {
    const { default: chromium } = await import('@sparticuz/chromium')
    const executablePath = named ?? (await chromium.executablePath())
    // Sandboxes need what a container does not give. Nothing here loosens what a page may do.
    const args = [
      '--no-sandbox',
      '--no-zygote',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--font-render-hinting=none',
    ]
    return await launch({ executablePath, args, headless: 'shell' })
  } catch (thrown) {
    return `Chromium does not start (npm ci brings one, CHROMIUM=/path/to/chromium names another): ${thrown}`
  }
}
