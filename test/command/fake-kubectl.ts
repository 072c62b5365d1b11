import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { onTestFinished, vi } from 'vitest'

/** What kubectl says to a command that begins so: `{ says }` on standard output, `{ refuses }` on standard error. */
export type Script = Readonly<Record<string, { readonly says: string } | { readonly refuses: string }>>

/** A cluster with Flux in it, which follows nothing. */
export const emptyCluster: Script = {
  'get --raw /version': { says: '{}' },
  'get crd': {
    says: [
      'gitrepositories.source.toolkit.fluxcd.io',
      'helmrepositories.source.toolkit.fluxcd.io',
      'ocirepositories.source.toolkit.fluxcd.io',
      'kustomizations.kustomize.toolkit.fluxcd.io',
      'helmreleases.helm.toolkit.fluxcd.io',
    ]
      .map((name) => `customresourcedefinition.apiextensions.k8s.io/${name}`)
      .join('\n'),
  },
  'get gitrepositories': { says: '{"items": []}' },
  'get secret': { says: '' },
}

/** For the length of a test, git and this kubectl are all the programs there are; without a script, there is no kubectl. */
export const fakeKubectl = (script?: Script): void => {
  const folder = mkdtempSync(join(tmpdir(), 'fleetwright-kubectl-'))
  onTestFinished(() => {
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true, force: true })
  })
  symlinkSync(onPath('git'), join(folder, 'git'))
  writeFileSync(join(folder, 'kubeconfig'), '')
  if (script !== undefined) writeFileSync(join(folder, 'kubectl'), program(script), { mode: 0o755 })
  vi.stubEnv('KUBECONFIG', join(folder, 'kubeconfig'))
  vi.stubEnv('PATH', folder)
}

const onPath = (name: string): string =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(existsSync) ?? name

const program = (script: Script): string =>
  [
    '#!/bin/sh',
    'case "$*" in',
    ...Object.entries(script).map(([words, answer]) => `  '${words}'*) ${spoken(answer)} ;;`),
    '  *) echo "nobody expected kubectl $*" >&2; exit 1 ;;',
    'esac',
    '',
  ].join('\n')

const spoken = (answer: Script[string]): string =>
  'says' in answer ? `printf '%s' '${answer.says}'` : `printf '%s' '${answer.refuses}' >&2; exit 1`
