/** A Helm chart that the catalogue installs: where it is, which version, and what it can be told. */
export interface Chart<Keys = unknown> {
  readonly name: string
  /** An OCI repository (`oci://ghcr.io/grafana-community/helm-charts/loki`) or an HTTP one (`https://charts.min.io`). */
  readonly url: string
  /** Exact version, never a range. */
  readonly version: string
  /** Every key the chart knows, as a tree (see `keys.ts`). Absent for a chart whose keys are not known. */
  readonly keys?: Keys
}
