import type { CollectorRule } from '../collector-rule.ts'
import { batchBehindTheQueue } from './batch-behind-the-queue.ts'
import { cadvisorAtTheKubelet } from './cadvisor-at-the-kubelet.ts'
import { clusterIdentity } from './cluster-identity.ts'
import { definedComponents } from './defined-components.ts'
import { escapedDollars } from './escaped-dollars.ts'
import { everySignalTaken } from './every-signal-taken.ts'
import { filterThatDropsAll } from './filter-that-drops-all.ts'
import { joinedConnectors } from './joined-connectors.ts'
import { keptOffsets } from './kept-offsets.ts'
import { knownTypes } from './known-types.ts'
import { kubeletByAddress } from './kubelet-by-address.ts'
import { linearPatterns } from './linear-patterns.ts'
import { memoryLimiterInterval } from './memory-limiter-interval.ts'
import { noRemoteWriteLog } from './no-remote-write-log.ts'
import { noRemoteWriteQueue } from './no-remote-write-queue.ts'
import { patientRemoteWrite } from './patient-remote-write.ts'
import { queueOfItsOwn } from './queue-of-its-own.ts'
import { queueOnAVolume } from './queue-on-a-volume.ts'
import { queuesOnDisk } from './queues-on-disk.ts'
import { retryForever } from './retry-forever.ts'
import { routingDefault } from './routing-default.ts'
import { signalsReachAStore } from './signals-reach-a-store.ts'
import { storageExtension } from './storage-extension.ts'
import { storageFolders } from './storage-folders.ts'
import { supportedSignals } from './supported-signals.ts'
import { telemetryReaders } from './telemetry-readers.ts'
import { usedComponents } from './used-components.ts'
import { wholePipelines } from './whole-pipelines.ts'
import { writableQueue } from './writable-queue.ts'

/** Every rule over one collector. */
export const collectorRules: readonly CollectorRule[] = [
  batchBehindTheQueue,
  cadvisorAtTheKubelet,
  clusterIdentity,
  definedComponents,
  escapedDollars,
  everySignalTaken,
  filterThatDropsAll,
  joinedConnectors,
  keptOffsets,
  knownTypes,
  kubeletByAddress,
  linearPatterns,
  memoryLimiterInterval,
  queueOfItsOwn,
  noRemoteWriteLog,
  noRemoteWriteQueue,
  patientRemoteWrite,
  queueOnAVolume,
  queuesOnDisk,
  retryForever,
  routingDefault,
  signalsReachAStore,
  storageExtension,
  storageFolders,
  supportedSignals,
  telemetryReaders,
  usedComponents,
  wholePipelines,
  writableQueue,
]
