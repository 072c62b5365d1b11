import { expect, test } from 'vitest'
import { saidAddresses } from '../../../generators/check/rules/said-addresses.ts'
import { manifests } from '../../../generators/fleet/application.ts'
import type { Requirement } from '../../../generators/fleet/capability.ts'
import { namespace } from '../../../generators/fleet/namespace.ts'
import { configMap } from '../../../generators/objects/kubernetes/config-map.ts'
import { fleet, store } from '../../support/fleets.ts'
import { problemsOf } from '../../support/problems.ts'
import { deployment } from './objects.ts'

const home = 'clusters.a.namespaces.web'

/** Pushes to the store of another namespace, by what it is told in a file. */
const pusher = (requires: readonly Requirement[]) =>
  manifests({
    name: 'pusher',
    objects: [
      configMap('pusher', { 'config.yaml': 'url: http://store.monitoring.svc.cluster.local/push' }),
      deployment(),
    ],
    requires: () => requires,
  })

const pushing = (networkPolicies: boolean, requires: readonly Requirement[]) =>
  problemsOf(
    fleet({
      a: {
        components: [],
        namespaces: { monitoring: namespace({}, [store()]), web: namespace({ networkPolicies }, [pusher(requires)]) },
      },
    }),
  )

test(saidAddresses.because, () => {
  expect(pushing(true, [])).toEqual([
    [
      `${home}.pusher.objects.0`,
      'ConfigMap pusher names the Service store.monitoring, which pusher does not say that it talks to: the network policies of web let nothing through',
      'say so in requires: an endpoint of this cluster, or of another',
    ],
  ])
})

test('an address that the component says, or an open namespace, is silent', () => {
  expect(pushing(true, [{ kind: 'endpoint', name: 'loki-push' }])).toEqual([])
  expect(pushing(false, [])).toEqual([])
})
