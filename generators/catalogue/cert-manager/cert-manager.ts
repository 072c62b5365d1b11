import { certManagerChart } from '../../charts/cert-manager.ts'
import type { HelmOptions } from '../../fleet/component.ts'
import { helmComponent } from '../../fleet/define-component.ts'
import { certManagerSeries } from './series.ts'

export type CertManagerOptions = HelmOptions<typeof certManagerChart.keys>

/** The definitions of Certificate and Issuer, for whoever has some. */
export const certificateCrds = { kind: 'crd', group: 'cert-manager.io' } as const

/** Makes certificates, keeps them in Secrets, and renews them before they end. */
export const certManager = helmComponent<CertManagerOptions>({
  name: 'cert-manager',
  tier: 'infrastructure',
  chart: certManagerChart,
  options: {},
  values: (_, { name, namespace }) => ({
    fullnameOverride: name,
    // Without the definitions every certificate of the cluster is deleted: they outlive the release.
    crds: { enabled: true, keep: true },
    // By default the leases are in kube-system, with roles there.
    global: { leaderElection: { namespace } },
    resources: small,
    webhook: { resources: small },
    cainjector: { resources: { ...small, limits: { memory: '512Mi' } } },
    startupapicheck: { resources: small },
  }),
  provides: (_, { name, namespace }) => [certificateCrds, ...certManagerSeries(name, namespace)],
})

const small = { requests: { cpu: '10m', memory: '64Mi' }, limits: { memory: '256Mi' } }
