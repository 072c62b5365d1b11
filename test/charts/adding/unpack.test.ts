import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { unpack } from '../../../generators/charts/adding/unpack.ts'
import { chartArchive } from '../registry/chart-archive.ts'

const texts = (files: Awaited<ReturnType<typeof unpack>>) =>
  'refusal' in files
    ? files
    : Object.fromEntries([...files].map(([path, bytes]) => [path, Buffer.from(bytes).toString()]))

test('what says which values a chart knows is taken from its archive, and nothing else', async () => {
  const archive = chartArchive({
    'web/Chart.yaml': 'name: web',
    'web/values.yaml': 'a: 1',
    'web/templates/pod.yaml': '{{ .Values.a }}',
    'web/charts/db/values.yaml': 'b: 2',
    'web/README.md': '# Web',
    'Chart.yaml': 'name: of no chart',
  })
  expect(texts(await unpack(archive))).toEqual({
    'Chart.yaml': 'name: web',
    'values.yaml': 'a: 1',
    'templates/pod.yaml': '{{ .Values.a }}',
    'charts/db/values.yaml': 'b: 2',
  })
})

test('slashes of Windows are slashes', async () => {
  expect(texts(await unpack(chartArchive({ 'web\\templates\\pod.yaml': 'x' })))).toEqual({ 'templates/pod.yaml': 'x' })
})

test.each([
  ['a text', Buffer.from('hello'), 'is no archive that gzip made'],
  ['a text that gzip made small', gzipSync('hello'.repeat(1000)), 'is no archive that tar can read'],
  [
    'a way out',
    chartArchive({ 'web/../../etc/passwd': 'x' }),
    'holds a path that leads out of the chart: web/../../etc/passwd',
  ],
  ['a way out over Windows', chartArchive({ 'web\\..\\..\\evil': 'x' }), 'leads out of the chart'],
  [
    'a path from the root',
    chartArchive({ '/etc/passwd': 'x' }),
    'holds a path that leads out of the chart: /etc/passwd',
  ],
  ['a bomb', gzipSync(Buffer.alloc(130 * 1024 * 1024)), 'unpacks to more than 128 MiB'],
])('%s is refused', async (_, archive, refusal) => {
  expect(await unpack(archive)).toEqual({ refusal: expect.stringContaining(refusal) })
})

test('archives in an archive share what may be unpacked', async () => {
  const budget = { bytes: 5000 }
  const archive = chartArchive({ 'web/values.yaml': 'a: 1' })
  expect(await unpack(archive, budget)).not.toHaveProperty('refusal')
  expect(await unpack(archive, budget)).not.toHaveProperty('refusal')
  expect(await unpack(archive, budget)).toHaveProperty('refusal')
})
