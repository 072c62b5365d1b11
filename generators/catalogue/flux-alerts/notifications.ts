import type { Where } from '../../fleet/component.ts'
import type { KubernetesObject } from '../../kubernetes-object.ts'
import { alert } from '../../objects/flux/alert.ts'
import { type ProviderSpec, provider } from '../../objects/flux/provider.ts'
import type { AddressedChannel } from '../channels/channel.ts'
import { alertmanagerChannel } from './channels.ts'
import { fluxNamespace } from './controllers.ts'
import type { FluxAlertsOptions } from './options.ts'

/** A Provider for each place that events go to, with an Alert of the same name that feeds it. */
export const notifications = (options: Partial<FluxAlertsOptions>, where: Where): readonly KubernetesObject[] => {
  const namespaces = [
    ...new Set([fluxNamespace, where.namespace, ...inTheCluster(where), ...(options.namespaces ?? [])]),
  ]
  const { severity, metadata } = options
  return Object.entries(providers(options, where)).flatMap(([name, spec]) => [
    provider(name, spec),
    alert({ name, provider: name, severity, namespaces, metadata }),
  ])
}

const inTheCluster = ({ found }: Where): readonly string[] => (found.all('namespace') ?? []).map(({ name }) => name)

const providers = (options: Partial<FluxAlertsOptions>, where: Where): Readonly<Record<string, ProviderSpec>> => ({
  ...(options.alertmanager ? { [alertmanagerChannel]: toAlertmanager(where.found.endpoint('alertmanager')) } : {}),
  ...Object.fromEntries((options.channels ?? []).map((channel) => [channel.name, toChannel(channel)])),
})

const toAlertmanager = (url: string | undefined): ProviderSpec => ({
  type: 'alertmanager',
  ...(url === undefined ? {} : { address: `${url}/api/v2/alerts/` }),
})

const toChannel = ({ type, channel, address }: AddressedChannel): ProviderSpec => ({
  type,
  ...(channel === undefined ? {} : { channel }),
  secretRef: { name: address.secret },
})
