import { collectorRulesOverThePlan } from '../collector/placed-rules.ts'
import type { Rule } from '../rule.ts'
import { clusterFilter } from './cluster-filter.ts'
import { clusterIdOnEverySeries } from './cluster-id-on-every-series.ts'
import { crdFirst } from './crd-first.ts'
import { crdsOnce } from './crds-once.ts'
import { credentialsFromASecret } from './credentials-from-a-secret.ts'
import { dashboardOnce } from './dashboard-once.ts'
import { doorWithALogin } from './door-with-a-login.ts'
import { encryptedSecrets } from './encrypted-secrets.ts'
import { enforcedPolicies } from './enforced-policies.ts'
import { gpuNodes } from './gpu-nodes.ts'
import { healthOfSomething } from './health-of-something.ts'
import { immutableFieldsStay } from './immutable-fields.ts'
import { keptData } from './kept-data.ts'
import { knownChartValues } from './known-chart-values.ts'
import { knownDatasource } from './known-datasource.ts'
import { knownExporters } from './known-exporters.ts'
import { knownFlows } from './known-flows.ts'
import { knownLogLabels } from './known-log-labels.ts'
import { knownMetricLabels } from './known-metric-labels.ts'
import { knownMetrics } from './known-metrics.ts'
import { knownNodeLabels } from './known-node-labels.ts'
import { knownStorageClass } from './known-storage-class.ts'
import { labelledLogs } from './labelled-logs.ts'
import { lockedCharts } from './locked-charts.ts'
import { measuredGpus } from './measured-gpus.ts'
import { metricsAreScraped } from './metrics-are-scraped.ts'
import { monitorsAreRead } from './monitors-are-read.ts'
import { noDefaultLogin } from './no-default-login.ts'
import { noDuplicateNames } from './no-duplicate-names.ts'
import { noLiteralCredentials } from './no-literal-credentials.ts'
import { noSubstitution } from './no-substitution.ts'
import { nodePortOnce } from './node-port-once.ts'
import { objectSize } from './object-size.ts'
import { oneDefaultDatasource } from './one-default-datasource.ts'
import { oneOwner } from './one-owner.ts'
import { ownFolders } from './own-folders.ts'
import { ownNamespace } from './own-namespace.ts'
import { persistence } from './persistence.ts'
import { pinnedCharts } from './pinned-charts.ts'
import { pinnedImages } from './pinned-images.ts'
import { podSecurityAllows } from './pod-security-allows.ts'
import { poolsToldApart } from './pools-told-apart.ts'
import { promotedAttributes } from './promoted-attributes.ts'
import { readableQueries } from './readable-queries.ts'
import { referencesExist } from './references-exist.ts'
import { refusedValues } from './refused-values.ts'
import { saidAddresses } from './said-addresses.ts'
import { sameNamespaceOverride } from './same-namespace-override.ts'
import { serverSideApply } from './server-side-apply.ts'
import { sidecarBeforeGrafana } from './sidecar-before-grafana.ts'
import { signalsToTheHub } from './signals-to-the-hub.ts'
import { somethingToApply } from './something-to-apply.ts'
import { statefulNodes } from './stateful-nodes.ts'
import { unexposedControlPlane } from './unexposed-control-plane.ts'
import { validOverlays } from './valid-overlays.ts'
import { volumeSize } from './volume-size.ts'
import { volumesNeverShrink } from './volumes-never-shrink.ts'

/** Every rule over the plan. */
export const rules: readonly Rule[] = [
  ...collectorRulesOverThePlan,
  clusterFilter,
  clusterIdOnEverySeries,
  crdFirst,
  crdsOnce,
  credentialsFromASecret,
  dashboardOnce,
  doorWithALogin,
  encryptedSecrets,
  enforcedPolicies,
  gpuNodes,
  healthOfSomething,
  immutableFieldsStay,
  keptData,
  knownChartValues,
  knownDatasource,
  knownExporters,
  knownFlows,
  knownLogLabels,
  knownMetricLabels,
  knownMetrics,
  knownNodeLabels,
  knownStorageClass,
  labelledLogs,
  lockedCharts,
  measuredGpus,
  metricsAreScraped,
  monitorsAreRead,
  noDefaultLogin,
  noDuplicateNames,
  noLiteralCredentials,
  noSubstitution,
  nodePortOnce,
  objectSize,
  oneDefaultDatasource,
  oneOwner,
  ownFolders,
  ownNamespace,
  persistence,
  pinnedCharts,
  pinnedImages,
  podSecurityAllows,
  promotedAttributes,
  poolsToldApart,
  readableQueries,
  referencesExist,
  refusedValues,
  saidAddresses,
  sameNamespaceOverride,
  serverSideApply,
  sidecarBeforeGrafana,
  signalsToTheHub,
  somethingToApply,
  statefulNodes,
  unexposedControlPlane,
  validOverlays,
  volumeSize,
  volumesNeverShrink,
]
