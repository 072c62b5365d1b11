/** Which components of the catalogue have an exporter scraped, as they are written in the fleet. A test asks each of them. */
const bringers: Readonly<Record<string, readonly string[]>> = {
  alertmanager: ['kubePrometheusStack', 'alertmanager'],
  'argo-cd': ['argoAlerts'],
  cadvisor: ['kubePrometheusStack', 'prometheus'],
  'cilium-agent': ['cilium'],
  'cilium-operator': ['cilium'],
  coredns: ['kubePrometheusStack'],
  'dcgm-exporter': ['dcgmExporter'],
  flux: ['fluxAlerts'],
  grafana: ['kubePrometheusStack', 'grafana'],
  hubble: ['cilium'],
  'kube-apiserver': ['kubePrometheusStack', 'prometheus'],
  'kube-prometheus-stack-rules': ['kubePrometheusStack'],
  'kube-state-metrics': ['kubePrometheusStack', 'kubeStateMetrics'],
  kubelet: ['kubePrometheusStack', 'prometheus'],
  loki: ['loki', 'lokiSingle'],
  'node-exporter': ['kubePrometheusStack', 'nodeExporter'],
  'otel-collector': ['otelAgent', 'otelAggregator', 'otelGateway', 'otelScraper'],
  'otel-kubeletstats': ['otelAgent'],
  prometheus: ['kubePrometheusStack', 'prometheus'],
  'prometheus-operator': ['kubePrometheusStack'],
  tempo: ['tempo'],
}

/** What to add for the series of an exporter: `node-exporter, which kubePrometheusStack() brings`. */
export const withBringer = (exporter: string): string => {
  const components = bringers[exporter]
  return components === undefined
    ? exporter
    : `${exporter}, which ${components.map((one) => `${one}()`).join(' or ')} brings`
}
