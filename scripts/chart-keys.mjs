#!/usr/bin/env zx
// For maintainers: makes generators/charts/<chart>.keys.json anew.
//   npx zx scripts/chart-keys.mjs <folder that holds a folder for each chart> [<chart>…]
// Without a chart: all that are there already.
import { argv, fs, path } from 'zx'
import { compile, load, program as root } from './load.mjs'

const [folder, ...named] = argv._
if (folder === undefined) throw new Error('usage: zx scripts/chart-keys.mjs <folder of charts> [<chart>…]')

const entry = 'generators/charts/read-keys.ts'
await compile([entry])
const { readChartKeys } = await load(entry)
const home = path.join(root, 'generators/charts')
const present = fs.readdirSync(home).flatMap((file) => /^(.*)\.keys\.json$/.exec(file)?.[1] ?? [])
const read = (file) => {
  const place = path.join(folder, file)
  return fs.existsSync(place) ? fs.readFileSync(place, 'utf8') : undefined
}
for (const chart of named.length > 0 ? named : present.sort()) {
  await fs.writeJson(path.join(home, `${chart}.keys.json`), readChartKeys(chart, read), { spaces: 2 })
}
