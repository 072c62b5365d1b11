import type { IHorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler'
import { selectorLabels } from './labels.ts'

export interface AutoscalerSettings {
  readonly name: string
  /** What it scales, called like it. */
  readonly kind: 'Deployment' | 'StatefulSet'
  readonly min: number | undefined
  readonly max: number
  /** Hundredths of the processors that the Pods asked for, which they take on average. */
  readonly cpu: number
  /** How long fewer Pods must have been enough before one is taken away, and before the next is, in seconds. */
  readonly calmSeconds: number
}

/** Pods as the load needs them: more at once, fewer one at a time and late. Needs the metrics-server. */
export const horizontalPodAutoscaler = ({ name, kind, min, max, cpu, calmSeconds }: AutoscalerSettings) =>
  ({
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name, labels: selectorLabels(name) },
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind, name },
      minReplicas: min,
      maxReplicas: max,
      metrics: [
        { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: cpu } } },
      ],
      behavior: {
        scaleDown: {
          stabilizationWindowSeconds: calmSeconds,
          policies: [{ type: 'Pods', value: 1, periodSeconds: Math.min(calmSeconds, 1800) }],
        },
      },
    },
  }) satisfies IHorizontalPodAutoscaler
