import { expect, test } from 'vitest'
import { chartPlace } from '../../../generators/charts/adding/chart-place.ts'

test.each([
  [
    'oci://ghcr.io/charts/web',
    undefined,
    { from: 'registry', chart: { name: 'web', url: 'oci://ghcr.io/charts/web' } },
  ],
  [
    'oci://127.0.0.1:5000/charts/web:1.2.3',
    undefined,
    { from: 'registry', chart: { name: 'web', url: 'oci://127.0.0.1:5000/charts/web' }, version: '1.2.3' },
  ],
  ['minio', 'https://charts.min.io/', { from: 'registry', chart: { name: 'minio', url: 'https://charts.min.io' } }],
  ['./web', 'oci://ghcr.io/charts/web', { from: 'disk', path: './web', url: 'oci://ghcr.io/charts/web' }],
  ['web-1.2.3.tgz', 'https://charts.example', { from: 'disk', path: 'web-1.2.3.tgz', url: 'https://charts.example' }],
])('%s, with --url %s, is %o', (word, url, place) => {
  expect(chartPlace({ word, url })).toEqual(place)
})

test.each([
  [undefined, undefined, 'CHART is missing: add oci://REGISTRY/PATH/NAME, or NAME --url URL, or ./FOLDER'],
  ['minio', undefined, 'where is minio? Say --url URL for a repository, or ./minio for a folder'],
  ['minio', 'charts.min.io', "'charts.min.io' is no address of charts: write --url https://… or --url oci://…"],
  ['web', 'oci://ghcr.io/charts', 'in an OCI registry the address names the chart: add oci://ghcr.io/charts/web'],
  ['https://charts.min.io', undefined, 'name the chart, and say where it is: add NAME --url https://charts.min.io'],
  ['./web', undefined, 'where will clusters get what is in ./web? Say --url oci://… or --url https://…'],
  ['oci://ghcr.io', undefined, "'oci://ghcr.io' is no chart in a registry: write oci://REGISTRY/PATH/NAME"],
  ['oci://ghcr.io/web', 'https://charts.example', 'oci://ghcr.io/web says already where it is: leave --url away'],
])('%s, with --url %s, is wrong usage', (word, url, wrong) => {
  expect(chartPlace({ word, url })).toEqual({ wrong })
})
