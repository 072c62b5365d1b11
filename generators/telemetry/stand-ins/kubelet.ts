import { nodeName } from '../moving/credentials.ts'
import { type StandIn, serve } from './serve.ts'
import { application } from './workload.ts'

/** Answers `/stats/summary` over TLS as a kubelet does, of a node with one Pod whose counters grow by the second. */
export const kubelet = (port: number, certificate: string): Promise<StandIn> => {
  const begun = Date.now()
  return serve(
    port,
    ({ url }, answer) => {
      if (url !== '/stats/summary') return void answer.writeHead(404).end()
      const seconds = Math.round((Date.now() - begun) / 1000)
      answer.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(summary(seconds)))
    },
    certificate,
  )
}

const startTime = '2026-01-01T00:00:00Z'
const gibibyte = 1024 ** 3

const summary = (seconds: number) => {
  const { namespace, pod: name, uid, container } = application
  return {
    node: { nodeName, startTime, ...measured(seconds), fs: filesystem(), network: network(seconds) },
    pods: [
      {
        podRef: { name, namespace, uid },
        startTime,
        ...measured(seconds),
        network: network(seconds),
        'ephemeral-storage': filesystem(),
        containers: [{ name: container, startTime, ...measured(seconds), rootfs: filesystem(), logs: filesystem() }],
      },
    ],
  }
}

const now = (): string => new Date().toISOString()

const measured = (seconds: number) => ({
  cpu: { time: now(), usageNanoCores: 250_000_000, usageCoreNanoSeconds: 250_000_000 * seconds },
  memory: {
    time: now(),
    availableBytes: 3 * gibibyte,
    usageBytes: gibibyte,
    workingSetBytes: gibibyte,
    rssBytes: gibibyte / 2,
    pageFaults: seconds,
    majorPageFaults: 0,
  },
})

const filesystem = () => ({
  time: now(),
  availableBytes: 9 * gibibyte,
  capacityBytes: 10 * gibibyte,
  usedBytes: gibibyte,
})

const network = (seconds: number) => {
  const counted = { name: 'eth0', rxBytes: 1000 * seconds, rxErrors: 0, txBytes: 1000 * seconds, txErrors: 0 }
  return { time: now(), ...counted, interfaces: [counted] }
}
