import { existsSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { execa } from 'execa'
import type { KubernetesObject } from '../../generators/kubernetes-object.ts'

/** The repository that is tested. */
export const repository = fileURLToPath(new URL('../..', import.meta.url))

/** The lab's programs: `LAB`, or where it lies beside the repository. */
const lab = resolve(process.env.LAB ?? join(repository, '../shared/lab'))

/** Why these tests cannot run here; undefined when they can. Only a lab of ours is taken, never somebody's cluster. */
export const missing: string | undefined = !existsSync(join(lab, 'publish'))
  ? `no lab at ${lab}: set LAB to the folder that has its up, down and publish`
  : process.env.LAB_DIR === undefined
    ? `no lab is up: run ${lab}/up, then source the env file that it names`
    : undefined

/** What else is missing where a test needs Argo CD. */
export const withoutArgo = missing ?? (process.env.LAB_ARGO === '1' ? undefined : `no Argo CD: run ${lab}/up --argo`)

/** What else is missing where a test needs programs that `build` makes only when it is told to. */
export const without = (program: string): string | undefined => {
  const found = (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)))
  return missing ?? (found ? undefined : `no ${program}: run ${lab}/build sops`)
}

/** Where the lab's Flux fetches what was published. */
export const url = `${process.env.LAB_GIT_URL}/fleet.git`

/** Gives the lab the HEAD of a tree, and every chart that it names, as a stub that renders its values. */
export const publish = (tree: string) => execa(join(lab, 'publish'), [tree])

export const kubectl = async (args: readonly string[], input = ''): Promise<string> =>
  (await execa('kubectl', args, { input })).stdout

/** An object of the cluster, or undefined when it is not there. */
export const object = async (kind: string, name: string, namespace?: string): Promise<KubernetesObject | undefined> => {
  const where = namespace === undefined ? [] : ['-n', namespace]
  const found = await kubectl(['get', kind, name, ...where, '--ignore-not-found', '-o', 'json'])
  return found === '' ? undefined : JSON.parse(found)
}

/** Makes Argo CD forget its tree, and waits until everything that it applied is gone. */
export const forgetArgo = async (): Promise<void> => {
  // The root first, which would bring the others back.
  await kubectl(['delete', '-n', 'argocd', 'application', 'proof', '--ignore-not-found'])
  await kubectl(['delete', '-n', 'argocd', 'applications', '--all', '--ignore-not-found', '--timeout=120s'])
  const projects = await kubectl(['get', '-n', 'argocd', 'appprojects', '-o', 'name'])
  const ours = projects.split('\n').filter((name) => name !== '' && !name.endsWith('/default'))
  if (ours.length > 0) await kubectl(['delete', '-n', 'argocd', ...ours, '--ignore-not-found', '--timeout=60s'])
}

/** Makes Flux forget its tree, and waits until everything that it applied is gone. */
export const forget = async (): Promise<void> => {
  await kubectl(['delete', '-n', 'flux-system', 'kustomizations,gitrepositories', '--all', '--ignore-not-found'])
  await kubectl([
    'wait',
    '--for=delete',
    '--timeout=120s',
    '--all-namespaces',
    '--all',
    'kustomizations.kustomize.toolkit.fluxcd.io,helmreleases.helm.toolkit.fluxcd.io',
  ])
}
