import { expect, test } from 'vitest'
import { readinessOf } from '../../generators/reconcile/readiness.ts'
import { release } from './objects.ts'

const ready = (fields: Readonly<Record<string, unknown>>) => ({ conditions: [{ type: 'Ready', ...fields }] })

test.each<[string, Parameters<typeof release>[0], ReturnType<typeof readinessOf>]>([
  [
    'one that is Ready is ready',
    { status: ready({ status: 'True', message: 'install succeeded' }) },
    { state: 'ready', message: 'install succeeded' },
  ],
  [
    'one that failed has the controller’s words',
    { status: ready({ status: 'False', reason: 'InstallFailed', message: 'template: no such key' }) },
    { state: 'failed', message: 'template: no such key' },
  ],
  [
    'one at work is waited for',
    { status: ready({ status: 'Unknown', reason: 'Progressing', message: 'Reconciliation in progress' }) },
    { state: 'waiting', message: 'Reconciliation in progress' },
  ],
  [
    'one whose dependency is not ready has not failed',
    { status: ready({ status: 'False', reason: 'DependencyNotReady', message: "dependency 'a' is not ready" }) },
    { state: 'waiting', message: "dependency 'a' is not ready" },
  ],
  [
    'one whose chart is not there yet has not failed',
    { status: ready({ status: 'False', reason: 'SourceNotReady', message: 'OCIRepository is not ready' }) },
    { state: 'waiting', message: 'OCIRepository is not ready' },
  ],
  ['one without a word is waited for', {}, { state: 'waiting', message: 'no controller has looked at it yet' }],
  [
    'a verdict on an older generation does not count',
    { metadata: { generation: 2 }, status: ready({ status: 'True', observedGeneration: 1 }) },
    { state: 'waiting', message: 'no controller has looked at its last change yet' },
  ],
  [
    'a verdict on this generation does',
    { metadata: { generation: 2 }, status: ready({ status: 'True', observedGeneration: 2 }) },
    { state: 'ready', message: '' },
  ],
  [
    'a suspended one would never change',
    { spec: { suspend: true }, status: ready({ status: 'True' }) },
    { state: 'failed', message: 'it is suspended, so nothing that changes will reach it' },
  ],
  [
    'one on its way out is waited for',
    { metadata: { deletionTimestamp: '2026-11-21T12:00:00Z' }, status: ready({ status: 'True' }) },
    { state: 'waiting', message: 'it is being removed' },
  ],
])('%s', (_, object, standing) => {
  expect(readinessOf(release(object))).toEqual(standing)
})
