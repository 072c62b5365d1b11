import { lateSamples } from '../collector/late-samples.ts'
import { collectorRulesOverThePlan } from '../collector/placed-rules.ts'
import { everything, type Facet, grafanas, knownComponents, newObjects, newQueries, objects } from '../facets.ts'
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

/** Rules that look at the same. Where it is not there they are not asked. */
export interface RuleGroup {
  readonly looksAt: Facet
  readonly rules: readonly Rule[]
}

/** Every rule over the plan, by what it looks at. */
export const ruleGroups: readonly RuleGroup[] = [
  {
    looksAt: newObjects,
    rules: [
      ...collectorRulesOverThePlan,
      noSubstitution,
      ownNamespace,
      pinnedCharts,
      serverSideApply,
      somethingToApply,
      validOverlays,
    ],
  },
  {
    looksAt: objects,
    rules: [crdFirst, healthOfSomething, keptData, knownNodeLabels, labelledLogs, oneOwner, ownFolders],
  },
  {
    looksAt: newQueries,
    rules: [
      clusterFilter,
      knownDatasource,
      knownLogLabels,
      knownMetricLabels,
      knownMetrics,
      promotedAttributes,
      readableQueries,
    ],
  },
  {
    looksAt: knownComponents,
    rules: [credentialsFromASecret, persistence, refusedValues, volumeSize, volumesNeverShrink],
  },
  {
    looksAt: grafanas,
    rules: [oneDefaultDatasource, sidecarBeforeGrafana, unexposedControlPlane],
  },
  {
    looksAt: everything,
    rules: [
      clusterIdOnEverySeries,
      crdsOnce,
      dashboardOnce,
      doorWithALogin,
      encryptedSecrets,
      enforcedPolicies,
      gpuNodes,
      immutableFieldsStay,
      knownChartValues,
      knownExporters,
      knownFlows,
      knownStorageClass,
      lateSamples,
      lockedCharts,
      measuredGpus,
      metricsAreScraped,
      monitorsAreRead,
      noDefaultLogin,
      noDuplicateNames,
      noLiteralCredentials,
      nodePortOnce,
      objectSize,
      pinnedImages,
      podSecurityAllows,
      poolsToldApart,
      referencesExist,
      saidAddresses,
      sameNamespaceOverride,
      signalsToTheHub,
      statefulNodes,
    ],
  },
]

export const rules: readonly Rule[] = ruleGroups.flatMap((group) => group.rules)
