import { expect, test } from 'vitest'
import { fetched } from '../../generators/reconcile/source.ts'
import { condition, source } from './objects.ts'

const request = '2026-11-21T12:00:00.000Z'
const artifact = { revision: 'main@sha1:7ab9a2a' }
const answered = { lastHandledReconcileAt: request, artifact }

test.each<[string, Parameters<typeof source>[0], ReturnType<typeof fetched>]>([
  [
    'a source that answered has fetched a revision',
    { status: { ...condition('True', 'stored artifact'), ...answered } },
    { revision: 'main@sha1:7ab9a2a', message: 'stored artifact' },
  ],
  [
    'a source that has not seen the request may stand at an old revision',
    { status: { ...condition('True', 'stored artifact'), ...answered, lastHandledReconcileAt: 'before' } },
    { revision: undefined, message: 'stored artifact' },
  ],
  [
    'a source that could not fetch says why',
    { status: { ...condition('False', 'authentication required', 'GitOperationFailed'), ...answered } },
    { revision: undefined, message: 'authentication required' },
  ],
  [
    'a source without a controller has no word',
    {},
    { revision: undefined, message: 'no controller has looked at it yet' },
  ],
])('%s', (_, object, answer) => {
  expect(fetched(source(object), request)).toEqual(answer)
})

test('a source that somebody deleted meanwhile is told', () => {
  expect(fetched(undefined, request)).toEqual({ revision: undefined, message: 'its GitRepository is gone' })
})
