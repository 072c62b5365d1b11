import { expect, test } from 'vitest'
import { answersOf } from '../../generators/new/questions.ts'

const platform = { name: 'platform' }

test('whoever says nothing gets two environments of k3s with Flux, with metrics, logs and alerts', () => {
  expect(answersOf({}, platform)).toEqual({
    value: {
      engine: 'flux',
      distribution: 'k3s',
      network: 'flannel',
      storageClass: 'local-path',
      environments: ['dev', 'prod'],
      observe: ['metrics', 'logs', 'alerts'],
      url: 'https://github.com/example/platform',
    },
  })
})

test('network and storage class go with the distribution unless somebody says other ones', () => {
  expect(answersOf({ distribution: 'talos' }, platform)).toMatchObject({ value: { network: 'cilium' } })
  expect(answersOf({ distribution: 'kind' }, platform)).toMatchObject({
    value: { network: 'kindnet', storageClass: 'standard' },
  })
  expect(answersOf({ distribution: 'k3s', network: 'cilium' }, platform)).toMatchObject({
    value: { network: 'cilium' },
  })
})

test('the address is where git would push to, in the form that the controllers take', () => {
  const cloned = { name: 'platform', remote: 'git@github.com:me/platform.git' }
  expect(answersOf({}, cloned)).toMatchObject({ value: { url: 'ssh://git@github.com/me/platform.git' } })
  expect(answersOf({ url: 'https://git.example.com/us/clusters' }, cloned)).toMatchObject({
    value: { url: 'https://git.example.com/us/clusters' },
  })
})

test.each([
  [{ engine: 'fluxx' }, '--engine: there is no engine fluxx: did you mean flux?'],
  [{ distribution: 'k8s' }, '--distribution: there is no distribution k8s: did you mean k3s?'],
  [{ network: 'x' }, '--network: there is no network x: there are calico, cilium, flannel, kindnet'],
  [
    { storageClass: 'Local Path' },
    "--storage-class: 'Local Path' cannot be the name of a StorageClass: it takes small letters, digits and dashes",
  ],
  [{ environments: ' , ' }, '--environments: there has to be one environment at least, such as prod'],
  [{ environments: 'prod,base' }, "--environments: 'base' cannot be the name of an environment: take one such as prod"],
  [{ environments: 'prod,prod' }, '--environments: prod is named twice'],
  [{ observe: 'metrcs' }, '--observe: there is no signal metrcs: did you mean metrics?'],
  [{ observe: 'logs,alerts' }, '--observe: alerts need metrics: say metrics,alerts'],
  [
    { url: 'my repository' },
    "--url: 'my repository' is not the address of a git repository: write one such as https://github.com/example/platform",
  ],
])('of %o it is said what is wrong with it', (texts, wrong) => {
  expect(answersOf(texts, platform)).toEqual({ wrong })
})
