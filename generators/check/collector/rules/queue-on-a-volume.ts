import { type CollectorPod, mountOf } from '../collector-pod.ts'
import type { CollectorRule } from '../collector-rule.ts'
import { folderOf, storedBy } from '../queues.ts'

export const queueOnAVolume: CollectorRule = {
  name: 'collector-queue-on-a-volume',
  because: 'the queue sat on an emptyDir, and what it held was gone with the Pod',
  check: ({ graph, pod }) =>
    pod === undefined
      ? []
      : storedBy(graph).flatMap(({ by, what, storage }) => {
          const folder = folderOf(graph, storage)
          const lost = folder === undefined ? undefined : lostWith(pod, folder)
          if (lost === undefined) return []
          return [
            {
              at: ['extensions', storage, 'directory'],
              reason: `${what === 'queue' ? 'the queue' : 'the place in each file'} of ${by.id} is kept in ${folder}, ${lost}, and is gone with the Pod`,
              fix:
                what === 'queue'
                  ? `mount a volume at ${folder}: a claim, by volumeClaimTemplates where there are several Pods`
                  : `mount a folder of the node at ${folder}: a hostPath of type DirectoryOrCreate`,
            },
          ]
        }),
}

const lostWith = (pod: CollectorPod, folder: string): string | undefined => {
  const mount = mountOf(pod, folder)
  if (mount === undefined) return `on no volume of ${pod.workload}`
  return mount.kind === 'empty-dir' ? `on the emptyDir ${mount.volume}` : undefined
}
