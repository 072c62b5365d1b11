import { describe, expect, test } from 'vitest'
import { serverSideApply } from '../../../generators/check/rules/server-side-apply.ts'
import { problemsOf } from '../../support/problems.ts'
import { app, object } from './objects.ts'
import { home, homelab } from './platform.ts'

const options = 'argocd.argoproj.io/sync-options'
const config = (kibibytes: number, said: string) => ({
  ...object('v1', 'ConfigMap', 'board', { data: { text: 'x'.repeat(kibibytes * 1024) } }),
  metadata: { name: 'board', annotations: { [options]: said } },
})

describe(serverSideApply.because, () => {
  test('a large object that asks for it', () => {
    expect(problemsOf(homelab([app(config(300, 'Prune=false,ServerSideApply=false'))]))).toEqual([
      [
        `${home}.app.objects.0.metadata.annotations.${options}`,
        'ConfigMap board is too large for client-side apply, which it asks Argo CD for',
        'remove ServerSideApply=false',
      ],
    ])
  })
})

test('a small one may ask for it, and a large one need not', () => {
  expect(problemsOf(homelab([app(config(200, 'ServerSideApply=false'))]))).toEqual([])
  expect(problemsOf(homelab([app(config(300, 'Prune=false'))]))).toEqual([])
})
