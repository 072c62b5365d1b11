import { expect, test } from 'vitest'
import { pathName } from '../../../generators/check/schema/finding.ts'

test.each([
  [[], 'the object'],
  [['spec', 'containers', 0, 'image'], 'spec.containers[0].image'],
  [['metadata', 'labels', 'app.kubernetes.io/name'], 'metadata.labels["app.kubernetes.io/name"]'],
  [['data', 'a b'], 'data["a b"]'],
])('the path %j is called %s', (path, name) => {
  expect(pathName(path)).toBe(name)
})
