import { podLogRules, type RelabelRule } from '../log-agent/relabelling.ts'

const relabelConfig = ({ from, to, separator, regex, replacement }: RelabelRule) => ({
  source_labels: from,
  target_label: to,
  ...(separator === undefined ? {} : { separator }),
  ...(regex === undefined ? {} : { regex }),
  ...(replacement === undefined ? {} : { replacement }),
})

/** The rules as Promtail takes them. */
export const relabelConfigs = podLogRules.map(relabelConfig)

/**
 * What Promtail reads, as the chart's template. It finds the Pods of its own node alone: if every agent watched all
 * Pods, each node added would load the API server with another copy of everything.
 */
export const scrapeConfigs = `- job_name: kubernetes-pods
  pipeline_stages:
    {{- toYaml .Values.config.snippets.pipelineStages | nindent 4 }}
  kubernetes_sd_configs:
    - role: pod
      selectors:
        - role: pod
          field: spec.nodeName=\${HOSTNAME}
  relabel_configs:
    {{- toYaml .Values.config.snippets.common | nindent 4 }}
`
