import { promtailFolder } from '../log-agent/log-agent.ts'
import { podLogRules, type RelabelRule } from '../log-agent/relabelling.ts'

/** What Alloy does, in its own language: read the files of this node's containers, and send them on. */
export const alloyConfig = (
  destination: string,
): string => `// The Pods of this node alone: if every agent watched all Pods, each node added would load the API server with
// another copy of everything.
discovery.kubernetes "pods" {
  role = "pod"

  selectors {
    role  = "pod"
    field = "spec.nodeName=" + sys.env("HOSTNAME")
  }
}

discovery.relabel "pods" {
  targets = discovery.kubernetes.pods.targets

${podLogRules.map(rule).join('\n\n')}
}

// From the node's disk, not through the API server.
loki.source.file "pods" {
  targets    = discovery.relabel.pods.output
  forward_to = [loki.process.pods.receiver]

  // Goes on where Promtail stopped, if that was here before.
  legacy_positions_file = ${quoted(`${promtailFolder}/positions.yaml`)}

  file_match {
    enabled = true
  }
}

loki.process "pods" {
  forward_to = [loki.write.loki.receiver]

  stage.cri { }
}

loki.write "loki" {
  endpoint {
    url = ${quoted(destination)}
  }
}
`

const rule = ({ from, to, separator, regex, replacement }: RelabelRule): string => {
  const attributes = Object.entries({
    source_labels: `[${from.map(quoted).join(', ')}]`,
    target_label: quoted(to),
    ...(separator === undefined ? {} : { separator: quoted(separator) }),
    ...(regex === undefined ? {} : { regex: quoted(regex) }),
    ...(replacement === undefined ? {} : { replacement: quoted(replacement) }),
  })
  const width = Math.max(...attributes.map(([name]) => name.length))
  const lines = attributes.map(([name, value]) => `    ${name.padEnd(width)} = ${value}`)
  return ['  rule {', ...lines, '  }'].join('\n')
}

/** A string of Alloy's language. It escapes as JSON does. */
const quoted = (text: string): string => JSON.stringify(text)
