import type { CapabilityOf } from '../../fleet/capability.ts'

/** Loki's name where nobody said another. */
export const lokiName = 'loki'

/** The gateway of a Loki, through which everything is written and read, by its name and namespace. */
export const lokiUrl = (name: string, namespace: string): string =>
  `http://${name}-gateway.${namespace}.svc.cluster.local`

/** The endpoint that agents push to. Its address is the gateway's; the path below it is `pushUrl`'s alone. */
export const lokiPush = (name: string, namespace: string): CapabilityOf<'endpoint'> => ({
  kind: 'endpoint',
  name: 'loki-push',
  url: lokiUrl(name, namespace),
})

/** Where an agent sends its logs to, given the address of the endpoint. */
export const pushUrl = (url: string): string => `${url}/loki/api/v1/push`

export const usualLokiPush = (namespace: string) => lokiPush(lokiName, namespace)
