import { modest, type StackValues } from './values.ts'

/** Values of the operator, its webhook and the sidecars it adds. */
export const operatorValues: StackValues = {
  // Their definitions are a component of their own, there before everything that uses them.
  crds: { enabled: false, upgradeJob: { enabled: false } },
  prometheusOperator: {
    resources: modest('20m', '64Mi', '256Mi'),
    prometheusConfigReloader: { resources: modest('10m', '32Mi', '64Mi') },
    admissionWebhooks: {
      // A rule can be applied while the operator is away. The Job that patches the webhook leaves it so: no drift.
      failurePolicy: 'Ignore',
      patch: { resources: modest('10m', '32Mi', '64Mi') },
    },
  },
}
