import { inProject } from './project-variable.ts'
import { failing, lastDeployed } from './rules.ts'

/** Deployments of each Application in a time. */
export const deployments = (time: string): string => `changes(${lastDeployed}{${inProject}}[${time}])`

/** Failures of each Application that ended in a time: it no longer fails. */
const recoveries = (time: string): string => `resets(${failing}{${inProject}}[${time}])`

/** Failures of each Application that began in a time. Whatever changed and did not end one began one. */
export const failures = (time: string): string => `(changes(${failing}{${inProject}}[${time}]) - ${recoveries(time)})`

/** How long each of the deployments that Argo CD remembers took, in seconds. */
export const leadTime = `(argo_application_deployed_timestamp_seconds{${inProject}} - argo_application_deployment_started_timestamp_seconds{${inProject}})`

/** Seconds that Applications failed in a time, for each failure that ended in it. */
export const timeToRestore = (time: string): string =>
  `60 * sum(sum_over_time(${failing}{${inProject}}[${time}:1m])) / (sum(${recoveries(time)}) > 0)`
