import { labelName } from '../prometheus/label-name.ts'

/** The attributes that say of which cluster a signal is. */
export const identityAttributes = ['cluster.id', 'cluster.role'] as const

/** The label that says it of a series or a line. */
export const clusterLabel = labelName('cluster.id')
