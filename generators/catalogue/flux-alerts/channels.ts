import { addressedChannels } from '../channels/channel.ts'

/** The Provider that is there without being asked for. */
export const alertmanagerChannel = 'alertmanager'

export const channels = addressedChannels(alertmanagerChannel)
