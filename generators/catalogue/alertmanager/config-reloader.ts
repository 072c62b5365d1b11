import type { Container } from '../../objects/kubernetes/pod.ts'

const port = { name: 'reloader', port: 8080 } as const

/**
 * Tells a program when its configuration has changed. Kubernetes writes a changed Secret into the Pod by itself, within
 * a minute or two, but Alertmanager reads its files at its start alone: a renewed token would not be used until then.
 */
export const configReloader = (
  config: { readonly name: string; readonly mountPath: string; readonly readOnly: true },
  tells: number,
): Container => ({
  name: 'config-reloader',
  image: 'quay.io/prometheus-operator/prometheus-config-reloader:v0.93.1',
  args: [
    `--watched-dir=${config.mountPath}`,
    `--reload-url=http://127.0.0.1:${tells}/-/reload`,
    `--listen-address=:${port.port}`,
  ],
  ports: [{ name: port.name, containerPort: port.port }],
  livenessProbe: { httpGet: { path: '/healthz', port: port.name }, periodSeconds: 30, failureThreshold: 6 },
  resources: { requests: { cpu: '10m', memory: '24Mi' }, limits: { memory: '64Mi' } },
  volumeMounts: [config],
})
