import { expect, test } from 'vitest'
import { nodeExporter } from '../../../generators/catalogue/node-exporter/node-exporter.ts'
import { at } from '../../../generators/plan/values.ts'
import { made } from '../made.ts'

const { object, container } = made(nodeExporter)
const pod = at(object('DaemonSet'), 'spec.template.spec')

test('it runs on every node, whatever the node is set apart for, the control plane’s too', () => {
  expect(at(pod, 'tolerations')).toEqual([{ operator: 'Exists' }])
})

test('it sees the network and the processes of the node', () => {
  expect(pod).toMatchObject({ hostNetwork: true, hostPID: true })
})

test('it can change nothing of the node', () => {
  const mounts = container('DaemonSet').volumeMounts as readonly { name: string; readOnly: boolean }[]
  const folders = at(pod, 'volumes') as readonly { name: string; hostPath: { path: string } }[]

  expect(folders.map(({ hostPath }) => hostPath.path)).toEqual(['/', '/sys'])
  expect(mounts.map(({ name, readOnly }) => [name, readOnly])).toEqual([
    ['root', true],
    ['sys', true],
  ])
})

test('it looks for the node where the node is mounted', () => {
  const { args, volumeMounts } = container('DaemonSet') as {
    args: string[]
    volumeMounts: { name: string; mountPath: string }[]
  }
  const [root, sys] = volumeMounts.map(({ mountPath }) => mountPath)
  expect(args).toEqual(expect.arrayContaining([`--path.rootfs=${root}`, `--path.sysfs=${sys}`]))
})

test('it listens at the address of the node in the cluster alone', () => {
  expect(container('DaemonSet')).toMatchObject({
    args: expect.arrayContaining(['--web.listen-address=[$(HOST_IP)]:9100']),
    env: [{ name: 'HOST_IP', valueFrom: { fieldRef: { fieldPath: 'status.hostIP' } } }],
  })
})

test('its Service leads to each node by itself', () => {
  expect(object('Service')).toMatchObject({
    spec: { clusterIP: 'None', ports: [{ name: 'metrics', port: 9100, targetPort: 'metrics' }] },
  })
})

test.each([
  ['/var/lib/kubelet/pods/1f2e/volumes', false],
  ['/run/containerd/io.containerd.runtime.v2.task', false],
  ['/', true],
  ['/var/lib/data', true],
])('whether the file system at %s is measured: %s', (path, isMeasured) => {
  const args = container('DaemonSet').args as readonly string[]
  const pattern = args.find((arg) => arg.includes('mount-points-exclude'))?.split('mount-points-exclude=')[1]
  expect(new RegExp(pattern!).test(path)).toBe(!isMeasured)
})

test('another version and amount of memory reach the container', () => {
  const options = { version: '1.13.0', resources: { limits: { memory: '64Mi' } } } as const
  expect(made(nodeExporter, options).container('DaemonSet')).toMatchObject({
    image: 'quay.io/prometheus/node-exporter:v1.13.0',
    resources: { limits: { memory: '64Mi' } },
  })
})
