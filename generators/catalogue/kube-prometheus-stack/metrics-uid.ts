import type { Where } from '../../fleet/component.ts'
import { prometheusUid } from './addresses.ts'

/** The UID of the datasource that has the cluster's metrics: of the Prometheus that was found, or as it usually is. */
export const metricsUid = ({ found }: Where): string =>
  found.all('datasource')?.find(({ type }) => type === 'prometheus')?.uid ?? prometheusUid
