import { serviceUrl } from '../../objects/kubernetes/service.ts'

/** Grafana's name where nobody said another. */
export const grafanaName = 'grafana'

export const grafanaPort = { name: 'http', port: 3000 } as const

/** Where a Grafana answers, by its name and namespace. */
export const grafanaUrl = (name: string, namespace: string): string => serviceUrl(name, namespace, grafanaPort.port)
