import { describe, expect, test } from 'vitest'
import { pinnedImages } from '../../../generators/check/rules/pinned-images.ts'
import { problemsOf } from '../../support/problems.ts'
import { app, deployment, webWith } from './objects.ts'
import { home, homelab } from './platform.ts'

describe(pinnedImages.because, () => {
  test.each([
    ['no tag', 'registry.example:5000/web', 'has no tag, which means latest'],
    ['latest', 'nginx:latest', 'has the tag latest, which moves'],
    ['a branch', 'registry.example/web:main', 'has the tag main, which moves'],
  ])('%s', (_, image, is) => {
    expect(problemsOf(homelab([app(deployment({ container: { image } }))]))).toEqual([
      [
        `${home}.app.objects.0.spec.template.spec.containers.0.image`,
        `the image ${image} of Deployment web ${is}`,
        'write an exact version',
      ],
    ])
  })

  test.each([
    ['a tag', { image: { repository: 'nginx', tag: 'latest' } }, 'image.tag', 'latest'],
    ['an image', { sidecars: [{ name: 'a', image: 'nginx:edge' }] }, 'sidecars.0.image', 'nginx:edge'],
  ])('%s among values', (_, values, path, moving) => {
    expect(problemsOf(homelab([webWith(values)]))).toEqual([
      [`${home}.web.values.${path}`, `${path} is ${moving}, which moves`, 'write an exact version'],
    ])
  })
})

test('a version, a digest, and an image whose tag stands elsewhere among values are silent', () => {
  for (const image of ['nginx:1.27.3', 'nginx@sha256:abc', 'registry.example:5000/web:v2']) {
    expect(problemsOf(homelab([app(deployment({ container: { image } }))]))).toEqual([])
  }
  expect(problemsOf(homelab([webWith({ image: 'nginx', tag: '1.27.3', other: { image: { tag: '' } } })]))).toEqual([])
})
