#!/usr/bin/env zx
// For maintainers: makes generators/metrics/data anew.
//   npx zx scripts/metrics.mjs <folder of exporters> [<file of PrometheusRules named for what brings them>…]
// An exporter is a YAML file: metrics as a list of { name, type, labels }. PrometheusRules are what `helm template` prints.
import { parse, parseAllDocuments } from 'yaml'
import { argv, fs, path } from 'zx'
import { compile, load, program as root } from './load.mjs'

const [folder, ...rules] = argv._
if (folder === undefined) throw new Error('usage: zx scripts/metrics.mjs <folder of exporters> [<PrometheusRules>…]')

const entry = 'generators/metrics/make-exporter-files.ts'
await compile([entry])
const { makeExporterFiles } = await load(entry)

const nameOf = (file) => path.basename(file, '.yaml')
const read = (file) => fs.readFileSync(file, 'utf8')
const collected = fs.readdirSync(folder).filter((file) => file.endsWith('.yaml'))
const files = makeExporterFiles({
  exporters: Object.fromEntries(collected.map((file) => [nameOf(file), parse(read(path.join(folder, file)))])),
  rules: Object.fromEntries(
    rules.map((file) => [nameOf(file), parseAllDocuments(read(file)).map((one) => one.toJSON())]),
  ),
})
const home = path.join(root, 'generators/metrics/data')
for (const file of files) fs.outputFileSync(path.join(home, file.path), file.content)
