#!/usr/bin/env zx
// For maintainers: makes generators/check/schema/data anew.
//   npx zx scripts/schemas.mjs <source of k8s.io/kubernetes> <file or folder of CustomResourceDefinitions>…
import { parseAllDocuments } from 'yaml'
import { argv, fs, glob, path } from 'zx'
import { load, root } from './load.mjs'

const { module } = await load('generators/check/schema/make-schema-files.ts')

const [kubernetes, ...crds] = argv._
if (crds.length === 0) throw new Error('usage: zx scripts/schemas.mjs <kubernetes source> <CRD file or folder>…')

const documents = await glob('api/openapi-spec/v3/api*__v+([0-9])_openapi.json', { cwd: kubernetes, absolute: true })
const definitions = (await glob(crds.map((crd) => (crd.endsWith('.yaml') ? crd : `${crd}/**/*.yaml`)))).sort()
const files = module.makeSchemaFiles({
  openApi: await Promise.all(documents.sort().map((file) => fs.readJson(file))),
  openApiSource: await fs.readFile(path.join(kubernetes, 'pkg/generated/openapi/zz_generated.openapi.go'), 'utf8'),
  crds: definitions.flatMap((file) => parseAllDocuments(fs.readFileSync(file, 'utf8')).map((one) => one.toJSON())),
})
for (const { path: name, content } of files) await fs.writeFile(path.join(root, module.schemaFolder, name), content)
