import { expect, test } from 'vitest'
import { fileStorage } from '../../generators/objects/opentelemetry/extensions/file-storage.ts'
import { problemsOf } from '../support/problems.ts'
import { configured, federation, gateway } from './federation.ts'

const queue = '/var/lib/otelcol/queue'

test('a queue whose folders nobody makes is told', () => {
  const unmade = configured(gateway, { extensions: { 'file_storage/queue': { create_directory: null } } })
  const missing = (folder: string) => [
    'clusters.hub.namespaces.observability-hub.otel-gateway',
    `file_storage/queue does not start where the folder ${folder} is not there, and nothing makes it`,
    'add create_directory: true',
  ]
  expect(problemsOf(federation({ hub: { 'otel-gateway': unmade } }))).toEqual([
    missing(queue),
    missing(`${queue}/compaction`),
  ])
})

test('ours makes both, and our types leave no choice', () => {
  expect(fileStorage({ directory: queue }).settings).toMatchObject({
    create_directory: true,
    compaction: { directory: `${queue}/compaction` },
  })
  // @ts-expect-error: it is always made
  fileStorage({ directory: queue, create_directory: false })
})
