import type { Values } from '../../fleet/component.ts'
import { at } from '../../plan/values.ts'

/** Where charts are told of claims that become templates of a StatefulSet, which nobody can change: paths in their values. */
const charts: Readonly<Record<string, readonly string[]>> = {
  loki: ['backend', 'ingester', 'read', 'singleBinary', 'write'].map((part) => `${part}.persistence`),
  minio: ['persistence'],
  tempo: ['persistence'],
}

export const claimsOfStatefulSets = (chart: string, values: Values): readonly string[] => {
  // A MinIO alone is a Deployment, with a claim of its own.
  if (chart === 'minio' && at(values, 'mode') === 'standalone') return []
  const paths = Object.hasOwn(charts, chart) ? (charts[chart] ?? []) : []
  // Loki's chart can replace the StatefulSet by itself.
  return paths.filter((path) => at(values, path.replace(/persistence$/, 'statefulSetRecreateJob.enabled')) !== true)
}
