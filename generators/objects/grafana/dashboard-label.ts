/** The label by which Grafana's sidecar finds dashboards. */
export const dashboardLabel = { label: 'grafana_dashboard', labelValue: '1' } as const
