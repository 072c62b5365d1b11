import { expect, test } from 'vitest'
import { podsService, podsServiceName, workloadOf } from '../../../generators/objects/kubernetes/pods-service.ts'

test('it leads to each Pod of a workload, and has no address of its own', () => {
  expect(podsService('web', { name: 'metrics', port: 8888 })).toMatchObject({
    metadata: { name: 'web-pods' },
    spec: {
      clusterIP: 'None',
      selector: { 'app.kubernetes.io/name': 'web' },
      ports: [{ name: 'metrics', port: 8888, targetPort: 'metrics' }],
    },
  })
})

test.each([podsServiceName('web'), 'web'])('%s is the Service of the workload web', (service) => {
  expect(workloadOf(service)).toBe('web')
})
