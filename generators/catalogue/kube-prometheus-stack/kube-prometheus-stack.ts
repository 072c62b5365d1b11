import { kubePrometheusStackChart } from '../../charts/kube-prometheus-stack.ts'
import { helmComponent } from '../../fleet/define-component.ts'
import { fullName, stackName } from './addresses.ts'
import { alertmanagerValues } from './alertmanager.ts'
import { provides, requires } from './capabilities.ts'
import { controlPlaneValues } from './control-plane.ts'
import { exporterValues } from './exporters.ts'
import { grafanaValues } from './grafana.ts'
import { operatorValues } from './operator.ts'
import { type KubePrometheusStackOptions, kubePrometheusStackChecks, kubePrometheusStackDefaults } from './options.ts'
import { prometheusValues } from './prometheus.ts'
import { claimedVolume } from './values.ts'

/** Prometheus, Alertmanager and Grafana, with the exporters, rules and dashboards of Kubernetes itself. */
export const kubePrometheusStack = helmComponent<KubePrometheusStackOptions>({
  name: stackName,
  tier: 'apps',
  chart: kubePrometheusStackChart,
  options: kubePrometheusStackChecks,
  defaults: kubePrometheusStackDefaults,
  values: (options, where) => ({
    // Every name derives from this one, whatever the component is called.
    fullnameOverride: fullName(where.name),
    ...operatorValues,
    ...prometheusValues(options, where),
    ...alertmanagerValues(options, where),
    ...grafanaValues(options, where),
    ...controlPlaneValues(where.exposes),
    ...exporterValues(where),
  }),
  provides,
  requires,
  // The Services by which the control plane is scraped.
  alsoIn: () => ['kube-system'],
  volumes: [
    claimedVolume('prometheus.prometheusSpec.storageSpec'),
    claimedVolume('alertmanager.alertmanagerSpec.storage'),
    {
      size: 'grafana.persistence.size',
      storageClass: 'grafana.persistence.storageClassName',
      switch: 'grafana.persistence.enabled',
      optional: true,
    },
  ],
  openDoors: ['prometheus', 'alertmanager'].map((part) => ({
    to: part,
    service: `${part}.service`,
    switches: [`${part}.ingress.enabled`, `${part}.ingressPerReplica.enabled`, `${part}.route.main.enabled`],
  })),
  credentials: ['alertmanager.alertmanagerSpec.configSecret', 'grafana.admin.existingSecret'],
})
