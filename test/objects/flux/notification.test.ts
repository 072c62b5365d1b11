import { Alert } from '@kubernetes-models/flux-cd/notification.toolkit.fluxcd.io/v1beta3/Alert'
import { Provider } from '@kubernetes-models/flux-cd/notification.toolkit.fluxcd.io/v1beta3/Provider'
import { expect, test } from 'vitest'
import { alert } from '../../../generators/objects/flux/alert.ts'
import { provider } from '../../../generators/objects/flux/provider.ts'

test('a Provider says where events go, and by which Secret', () => {
  const slack = provider('slack', { type: 'slack', channel: 'platform', secretRef: { name: 'slack-webhook' } })
  expect(slack).toEqual({
    apiVersion: 'notification.toolkit.fluxcd.io/v1beta3',
    kind: 'Provider',
    metadata: { name: 'slack' },
    spec: { type: 'slack', channel: 'platform', secretRef: { name: 'slack-webhook' } },
  })
  expect(() => new Provider(slack).validate()).not.toThrow()
})

test('an Alert listens to every kind that fetches, builds or applies, in each namespace by name', () => {
  const failures = alert({
    name: 'slack',
    provider: 'slack',
    severity: 'error',
    namespaces: ['flux-system', 'monitoring'],
    metadata: { cluster: 'homelab' },
  })
  expect(failures.spec).toMatchObject({
    providerRef: { name: 'slack' },
    eventSeverity: 'error',
    eventMetadata: { cluster: 'homelab' },
  })
  expect(failures.spec.eventSources.map(({ namespace, kind, name }) => `${namespace} ${kind} ${name}`)).toEqual([
    'flux-system Kustomization *',
    'flux-system HelmRelease *',
    'flux-system GitRepository *',
    'flux-system OCIRepository *',
    'flux-system HelmRepository *',
    'flux-system HelmChart *',
    'monitoring Kustomization *',
    'monitoring HelmRelease *',
    'monitoring GitRepository *',
    'monitoring OCIRepository *',
    'monitoring HelmRepository *',
    'monitoring HelmChart *',
  ])
  expect(() => new Alert(failures).validate()).not.toThrow()
})
