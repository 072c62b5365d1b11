import type { KubernetesObject } from '../kubernetes-object.ts'

interface Status {
  readonly conditions?: readonly { readonly type: string; readonly status: string; readonly message?: string }[]
  readonly initContainerStatuses?: readonly ContainerStatus[]
  readonly containerStatuses?: readonly ContainerStatus[]
}

interface ContainerStatus {
  readonly name: string
  readonly ready: boolean
  readonly state?: { readonly waiting?: { readonly reason?: string; readonly message?: string } }
}

/** What keeps a Pod from being ready, in the words of the scheduler or of its node; undefined when nothing does. */
export const podTrouble = ({ metadata, status }: KubernetesObject): string | undefined => {
  const { conditions = [], initContainerStatuses = [], containerStatuses = [] } = (status ?? {}) as Status
  const unscheduled = conditions.find(({ type, status }) => type === 'PodScheduled' && status === 'False')
  if (unscheduled !== undefined) return `${metadata.name} is on no node: ${unscheduled.message}`
  const container = [...initContainerStatuses, ...containerStatuses].find(({ ready }) => !ready)
  if (container === undefined) return undefined
  const { reason, message } = container.state?.waiting ?? {}
  const words = [reason, message].filter((one) => one !== undefined).join(': ')
  return `${container.name} of ${metadata.name} is not ready${words === '' ? '' : `: ${words}`}`
}
