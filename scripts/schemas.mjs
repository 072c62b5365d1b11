#!/usr/bin/env zx
// For maintainers: makes generators/check/schema/data anew. The files of kustomize's own kinds are written by hand.
//   npx zx scripts/schemas.mjs <source of k8s.io/kubernetes> <file or folder of CustomResourceDefinitions>…
import { parseAllDocuments } from 'yaml'
import { argv, fs, glob, path } from 'zx'
import { compile, load, program as root } from './load.mjs'

const [kubernetes, ...crds] = argv._
if (crds.length === 0) throw new Error('usage: zx scripts/schemas.mjs <kubernetes source> <CRD file or folder>…')

const entry = 'generators/check/schema/make-schema-files.ts'
await compile([entry])
const { makeSchemaFiles, schemaFolder } = await load(entry)

const openApi = await glob('api/openapi-spec/v3/api*__v+([0-9])_openapi.json', { cwd: kubernetes, absolute: true })
const definitions = await glob(crds.map((crd) => (crd.endsWith('.yaml') ? crd : `${crd}/**/*.yaml`)))
const files = makeSchemaFiles({
  openApi: openApi.sort().map((file) => fs.readJsonSync(file)),
  openApiSource: fs.readFileSync(path.join(kubernetes, 'pkg/generated/openapi/zz_generated.openapi.go'), 'utf8'),
  crds: definitions
    .sort()
    .flatMap((file) => parseAllDocuments(fs.readFileSync(file, 'utf8')).map((one) => one.toJSON())),
})
for (const file of files) fs.writeFileSync(path.join(root, schemaFolder, file.path), file.content)
