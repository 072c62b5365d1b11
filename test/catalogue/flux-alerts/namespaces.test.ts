import { expect, test } from 'vitest'
import { fluxAlerts } from '../../../generators/catalogue/flux-alerts/flux-alerts.ts'
import { kubePrometheusStack } from '../../../generators/catalogue/kube-prometheus-stack/kube-prometheus-stack.ts'
import { prometheusOperatorCrds } from '../../../generators/catalogue/prometheus-operator-crds/prometheus-operator-crds.ts'
import { namespace } from '../../../generators/fleet/namespace.ts'
import { existing } from '../../../generators/fleet/secret.ts'
import { fleet, note } from '../../support/fleets.ts'
import { tree } from '../../support/tree.ts'

const secrets = { 'alertmanager-config': existing(), 'grafana-admin': existing() }
const monitoring = namespace({ secrets }, [prometheusOperatorCrds, kubePrometheusStack, fluxAlerts])

test('every namespace of a cluster is watched, in the layer of the cluster that has it', () => {
  const rendered = tree(fleet({ a: { components: [], namespaces: { monitoring, shop: namespace({}, [note]) } } }))
  expect(rendered.problems).toEqual([])
  const [patch] = rendered.at('apps/clusters/a/monitoring/flux-alerts/kustomization.yaml').patches
  expect(patch.target.kind).toBe('Alert')
  expect(patch.patch).toContain('path: /spec/eventSources/-\n  value:\n    kind: HelmRelease\n')
  expect(patch.patch).toContain('namespace: shop')
})

test('a cluster with this namespace alone needs no layer for it', () => {
  const rendered = tree(fleet({ a: { components: [], namespaces: { monitoring } } }))
  expect(rendered.paths).not.toContainEqual(expect.stringContaining('apps/clusters/a/monitoring/flux-alerts'))
})
