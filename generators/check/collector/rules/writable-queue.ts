import { at } from '../../../plan/values.ts'
import { type CollectorPod, type Mount, mountOf } from '../collector-pod.ts'
import type { CollectorRule } from '../collector-rule.ts'
import { folderOf, storedBy } from '../queues.ts'
import { list } from '../shape.ts'

export const writableQueue: CollectorRule = {
  name: 'collector-writable-queue',
  because: "the queue's folder belonged to root and the collector runs as another user, so that it refused to start",
  check: ({ graph, pod }) => {
    if (pod === undefined) return []
    return [...new Set(storedBy(graph).map(({ storage }) => storage))].flatMap((storage) => {
      const folder = folderOf(graph, storage)
      const mount = folder === undefined ? undefined : mountOf(pod, folder)
      const wrong = mount && whyNot(pod, mount)
      if (wrong === undefined) return []
      return [
        {
          at: ['extensions', storage, 'directory'],
          reason: `${storage} cannot write to ${folder}: ${wrong.reason}`,
          fix: wrong.fix,
        },
      ]
    })
  },
}

const whyNot = (pod: CollectorPod, mount: Mount): { readonly reason: string; readonly fix: string } | undefined => {
  if (mount.readOnly) return { reason: `${mount.volume} is mounted read-only`, fix: 'mount it without readOnly' }
  const user = at(pod.container, 'securityContext.runAsUser') ?? at(pod.spec, 'securityContext.runAsUser')
  if (user === 0 || mount.kind === 'empty-dir' || mount.kind === 'other' || isPrepared(pod, mount)) return undefined
  const who = user === undefined ? 'the user of its image' : `user ${user}`
  if (mount.kind === 'host-path') {
    return {
      reason: `a folder of the node belongs to root, and ${pod.workload} runs as ${who}`,
      fix: 'run it as user 0, or let an init container give the folder away',
    }
  }
  if (at(pod.spec, 'securityContext.fsGroup') !== undefined) return undefined
  return {
    reason: `a new volume belongs to root, and ${pod.workload} runs as ${who} without an fsGroup`,
    fix: `add to the Pod's securityContext: fsGroup: ${typeof user === 'number' ? user : 10001}`,
  }
}

/** An init container that mounts the volume is taken to give it away. */
const isPrepared = ({ spec }: CollectorPod, { volume }: Mount): boolean =>
  list(spec.initContainers).some(({ volumeMounts }) => list(volumeMounts).some(({ name }) => name === volume))
