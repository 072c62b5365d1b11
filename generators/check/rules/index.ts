import type { Rule } from '../rule.ts'
import { credentialsFromASecret } from './credentials-from-a-secret.ts'
import { dashboardOnce } from './dashboard-once.ts'
import { doorWithALogin } from './door-with-a-login.ts'
import { encryptedSecrets } from './encrypted-secrets.ts'
import { knownChartValues } from './known-chart-values.ts'
import { knownStorageClass } from './known-storage-class.ts'
import { noLiteralCredentials } from './no-literal-credentials.ts'
import { nodePortOnce } from './node-port-once.ts'
import { oneOwner } from './one-owner.ts'
import { ownNamespace } from './own-namespace.ts'
import { persistence } from './persistence.ts'
import { refusedValues } from './refused-values.ts'
import { somethingToApply } from './something-to-apply.ts'
import { validOverlays } from './valid-overlays.ts'
import { volumeSize } from './volume-size.ts'

/** Every rule over the plan. */
export const rules: readonly Rule[] = [
  credentialsFromASecret,
  dashboardOnce,
  doorWithALogin,
  encryptedSecrets,
  knownChartValues,
  knownStorageClass,
  noLiteralCredentials,
  nodePortOnce,
  oneOwner,
  ownNamespace,
  persistence,
  refusedValues,
  somethingToApply,
  validOverlays,
  volumeSize,
]
