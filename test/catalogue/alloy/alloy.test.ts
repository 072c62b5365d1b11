import { describe, expect, test } from 'vitest'
import { alloy } from '../../../generators/catalogue/alloy/alloy.ts'
import { alloyConfig } from '../../../generators/catalogue/alloy/config.ts'
import type { HelmDefinition } from '../../../generators/fleet/component.ts'
import { at, compact } from '../../../generators/plan/values.ts'
import { where } from '../where.ts'

const definition = alloy.definition as HelmDefinition
const values = compact(definition.values({}, where('alloy', { 'loki-push': 'http://loki-gateway' })))

interface Named {
  readonly name: string
}
interface Mount extends Named {
  readonly mountPath: string
}
interface Folder extends Named {
  readonly hostPath: { readonly path: string }
}

describe('the Pod', () => {
  const mounts = at(values, 'alloy.mounts.extra') as readonly Mount[]
  const folders = at(values, 'controller.volumes.extra') as readonly Folder[]
  const folderAt = (path: string) =>
    folders.find(({ name }) => name === mounts.find(({ mountPath }) => mountPath === path)?.name)?.hostPath.path

  test('remembers on the node how far it has read, so that its successor does not send everything again', () => {
    expect(at(values, 'alloy.storagePath')).toBe('/var/lib/alloy')
    expect(folderAt('/var/lib/alloy')).toBe('/var/lib/alloy')
  })

  test('reads log files, and where Promtail stopped, without being able to change them', () => {
    expect(at(values, 'alloy.mounts.varlog')).toBe(true)
    expect(folderAt('/run/promtail')).toBe('/run/promtail')
    expect(mounts.find(({ mountPath }) => mountPath === '/run/promtail')).toMatchObject({ readOnly: true })
  })

  test('is root without any of its powers', () => {
    expect(at(values, 'alloy.securityContext')).toMatchObject({
      runAsUser: 0,
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      readOnlyRootFilesystem: true,
    })
  })

  test('may see Pods and nodes, and no Secret', () => {
    const rules = [at(values, 'rbac.rules'), at(values, 'rbac.clusterRules')].flat() as { resources: string[] }[]
    expect(rules.flatMap(({ resources }) => resources)).toEqual(['pods', 'nodes'])
  })

  test('brings no definition of custom resources, and tells nobody that it is there', () => {
    expect(values).toMatchObject({ crds: { create: false }, alloy: { enableReporting: false } })
  })
})

describe('the configuration', () => {
  const config = alloyConfig('http://loki-gateway/loki/api/v1/push')

  test('is what the chart is given', () => {
    expect(at(values, 'alloy.configMap.content')).toBe(config)
  })

  test("follows a line from the node's disk to Loki", () => {
    const source = config.slice(config.indexOf('loki.source.file'))
    expect(source).toBe(`loki.source.file "pods" {
  targets    = discovery.relabel.pods.output
  forward_to = [loki.process.pods.receiver]

  // Goes on where Promtail stopped, if that was here before.
  legacy_positions_file = "/run/promtail/positions.yaml"

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
    url = "http://loki-gateway/loki/api/v1/push"
  }
}
`)
  })

  test('watches the Pods of its own node alone', () => {
    expect(config).toContain('field = "spec.nodeName=" + sys.env("HOSTNAME")')
  })

  test('reads nothing through the API server', () => {
    expect(config).not.toMatch(/loki\.source\.(kubernetes|podlogs)/)
  })

  test("holds nothing that the chart's template would take for its own", () => {
    expect(config).not.toMatch(/\{\{|\}\}/)
  })

  test('quotes what it is given', () => {
    expect(alloyConfig('http://x/"')).toContain(String.raw`url = "http://x/\""`)
  })
})
