import type { CompleteCluster } from '../../fleet/complete/complete-fleet.ts'

/**
 * Makes the namespaces that somebody puts something into before the engine runs. The engine takes them over, and labels
 * them; all others it makes itself.
 */
export const namespaceCommands = (
  { namespaces }: CompleteCluster,
  isUsed: (namespace: string) => boolean,
): readonly string[] =>
  namespaces
    .filter(({ name, settings }) => isUsed(name) && !settings.exists)
    .map(({ name }) => `kubectl create namespace ${name}`)
