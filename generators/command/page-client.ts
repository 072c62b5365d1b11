import { join } from 'node:path'
import type { PageClient } from '../review/page/page.ts'

/** The part of a review's page that runs in a browser, from the root of the program. */
const folder = 'generators/review/page/client'

/** Compiles what runs in a browser. It is small, and needed once: that takes less time than to keep it would. */
export const pageClient = async (program: string): Promise<PageClient> => {
  const { build } = await import('esbuild')
  const entries = ['first.ts', 'main.ts', 'styles/page.css']
  const { outputFiles } = await build({
    absWorkingDir: program,
    entryPoints: entries.map((entry) => join(program, folder, entry)),
    outdir: 'out',
    bundle: true,
    write: false,
    minify: true,
    charset: 'utf8',
    format: 'iife',
    target: ['chrome123', 'firefox120', 'safari17.5'],
    // whatever the repository says that the program is used in
    tsconfigRaw: {},
    logLevel: 'silent',
  })
  const [first, script, styles] = outputFiles.map(({ text }) => text)
  return { first: first ?? '', script: script ?? '', styles: styles ?? '' }
}
