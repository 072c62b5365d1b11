import { describe, expect, test } from 'vitest'
import {
  argo,
  existing,
  externalSecret,
  fluxAlerts,
  kubePrometheusStack,
  namespace,
  prometheusOperatorCrds,
  sops,
} from '../../../generators/fleetwright.ts'
import { fleet, note } from '../../support/fleets.ts'
import { problemsOf } from '../../support/problems.ts'

const monitoring = 'clusters.a.namespaces.monitoring'

describe('a fleet that mixes engines', () => {
  test('settings of Argo CD in a cluster of Flux', () => {
    const given = { components: [note()], argo: { namespace: 'gitops' } }
    expect(problemsOf(fleet({ a: given }))).toEqual([
      [
        'clusters.a.argo',
        'a is reconciled by Flux, and these settings are for Argo CD',
        'remove them, or make the cluster by argo({ … })',
      ],
    ])
  })

  test("Argo CD's own namespace, made by the fleet", () => {
    const namespaces = (exists: boolean) => ({ argocd: namespace({ exists }, [note()]) })
    expect(problemsOf(fleet({ a: { by: argo, components: [], namespaces: namespaces(false) } }))).toEqual([
      [
        'clusters.a.namespaces.argocd',
        'the namespace argocd is made when Argo CD is installed, and would change hands',
        'say that it is there already: namespace({ exists: true }, […])',
      ],
    ])
    expect(problemsOf(fleet({ a: { by: argo, components: [], namespaces: namespaces(true) } }))).toEqual([])
    expect(problemsOf(fleet({ a: { components: [], namespaces: namespaces(false) } }))).toEqual([])
  })

  test('a Secret that only Flux could decrypt', () => {
    const settings = { secrets: { token: sops(), login: existing() } }
    expect(problemsOf(fleet({ a: { by: argo, settings, components: [note()] } }))).toContainEqual([
      `${monitoring}.secrets.token`,
      'Argo CD decrypts nothing, and would apply the Secret token as it is encrypted',
      'write externalSecret({ … }), or existing() and make it by hand',
    ])
  })

  test('alerts of Flux in a cluster of Argo CD', () => {
    const settings = {
      secrets: {
        'alertmanager-config': existing(),
        'grafana-admin': externalSecret({ store: 'platform', key: 'monitoring/grafana' }),
      },
    }
    const components = [prometheusOperatorCrds(), kubePrometheusStack(), fluxAlerts()]
    expect(problemsOf(fleet({ a: { by: argo, crds: ['external-secrets.io'], settings, components } }))).toContainEqual([
      `${monitoring}.flux-alerts`,
      'flux-alerts needs the custom resources of notification.toolkit.fluxcd.io, and nothing in the cluster provides it',
      "leave flux-alerts to clusters of Flux, which brings them, or say that they are there: crds: ['notification.toolkit.fluxcd.io']",
    ])
  })

  test('a cluster of Argo CD that is called like a project which every Argo CD has', () => {
    expect(problemsOf(fleet({ default: { by: argo, components: [note()] } }))).toEqual([
      [
        'clusters.default',
        'a cluster of Argo CD cannot be called default: every Argo CD has a project of that name, for others',
        'give it another name',
      ],
    ])
  })
})
