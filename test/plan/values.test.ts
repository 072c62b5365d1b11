import { expect, test } from 'vitest'
import { compact } from '../../generators/plan/values.ts'

test('what is undefined is left out, in the items of lists as well, and every item keeps its place', () => {
  const container = { name: 'exporter', volumeMounts: undefined, ports: [{ name: 'http', protocol: undefined }] }
  expect(compact({ spec: { affinity: undefined, containers: [{ image: undefined }, container] } })).toStrictEqual({
    spec: { containers: [{}, { name: 'exporter', ports: [{ name: 'http' }] }] },
  })
})
