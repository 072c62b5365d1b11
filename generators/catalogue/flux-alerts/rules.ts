import { prometheusRule } from '../../objects/prometheus-operator/prometheus-rule.ts'

/** Alerts on what stays broken. A notification says once that something failed; this says that it still does. */
export const fluxRules = (name: string, labels: Readonly<Record<string, string>> | undefined) =>
  prometheusRule({
    name,
    labels,
    groups: {
      [name]: [
        {
          alert: 'FluxReconciliationFailing',
          // The other labels change with every revision, and the alert would start anew.
          expr: 'max by (customresource_kind, exported_namespace, name) (gotk_resource_info{ready="False", suspended!="true"}) > 0',
          for: '10m',
          labels: { severity: 'warning' },
          annotations: {
            summary: 'Flux cannot bring the cluster to what the repository says.',
            description:
              '{{ $labels.customresource_kind }} {{ $labels.exported_namespace }}/{{ $labels.name }} has not been ready for 10 minutes.',
          },
        },
      ],
    },
  })
