import { describe, expect, test } from 'vitest'
import { ownNamespace } from '../../../generators/check/rules/own-namespace.ts'
import type { KubernetesObject } from '../../../generators/kubernetes-object.ts'
import { problemsOf } from '../../support/problems.ts'
import { app } from './objects.ts'
import { home, homelab } from './platform.ts'

const account = (namespace?: string): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'ServiceAccount',
  metadata: namespace === undefined ? { name: 'web' } : { name: 'web', namespace },
})

describe(ownNamespace.because, () => {
  test('an object that names another namespace', () => {
    expect(problemsOf(homelab([app(account('kube-system'))]))).toEqual([
      [
        `${home}.app.objects.0.metadata.namespace`,
        'ServiceAccount web says that it belongs into kube-system, and would be put into monitoring',
        'remove it, or bring the object by a component of its own in the namespace kube-system',
      ],
    ])
  })

  test.each([['none'], ['monitoring']])('an object that names %s of its own is silent', (name) => {
    expect(problemsOf(homelab([app(account(name === 'none' ? undefined : name))]))).toEqual([])
  })
})
