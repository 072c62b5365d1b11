import { describe, expect, test } from 'vitest'
import { encryptedSecrets } from '../../../generators/check/rules/encrypted-secrets.ts'
import {
  cloudflareTunnel,
  existing,
  kubePrometheusStack,
  prometheusOperatorCrds,
  sops,
} from '../../../generators/fleetwright.ts'
import { fleet } from '../../support/fleets.ts'
import { problemsOf } from '../../support/problems.ts'

const file = 'apps/clusters/homelab/monitoring/secrets/cloudflare-tunnel.sops.yaml'
const place = 'clusters.homelab.namespaces.monitoring.secrets.cloudflare-tunnel'
const encrypt = `sops --encrypt --encrypted-regex '^(data|stringData)$' --in-place ${file}`

const secrets = { 'alertmanager-config': existing(), 'grafana-admin': existing(), 'cloudflare-tunnel': sops() }
const components = [prometheusOperatorCrds(), kubePrometheusStack(), cloudflareTunnel()]
const homelab = fleet({ homelab: { settings: { secrets }, components } })

const cipher = (name: string) => `${name}: ENC[AES256_GCM,data:aGVsbG8=,iv:aXY=,tag:dGFn,type:str]\n`
const secret = ({ kind = 'Secret', name = 'cloudflare-tunnel', data = `  ${cipher('token')}` }) =>
  `apiVersion: v1\nkind: ${kind}\nmetadata:\n  name: ${name}\nstringData:\n${data}sops:\n  ${cipher('mac')}  version: 3.10.2\n`

describe(encryptedSecrets.because, () => {
  test.each([
    [
      'no file',
      undefined,
      `there is no file ${file}`,
      `write the Secret cloudflare-tunnel there and encrypt it: ${encrypt}`,
    ],
    ['no YAML', 'a: [', `${file} is not one YAML document`, 'write one Secret into it'],
    ['two documents', 'a: 1\n---\nb: 2\n', `${file} is not one YAML document`, 'write one Secret into it'],
    [
      'a Secret in plain text',
      'apiVersion: v1\nkind: Secret\nmetadata:\n  name: cloudflare-tunnel\nstringData:\n  token: hunter2\n',
      `${file} is not encrypted with SOPS`,
      `encrypt it before it is committed: ${encrypt}`,
    ],
    [
      'a Secret that only looks encrypted',
      'kind: Secret\nmetadata:\n  name: cloudflare-tunnel\nstringData:\n  token: hunter2\nsops:\n  version: 3.10.2\n',
      `${file} is not encrypted with SOPS`,
      `encrypt it before it is committed: ${encrypt}`,
    ],
    ['another kind', secret({ kind: 'ConfigMap' }), `${file} holds a ConfigMap, not a Secret`, 'write kind: Secret'],
    [
      'another name',
      secret({ name: 'tunnel' }),
      `${file} holds a Secret called tunnel, not cloudflare-tunnel`,
      `write name: cloudflare-tunnel into it with sops ${file}`,
    ],
    [
      'a key in plain text beside the encrypted ones',
      secret({ data: `  ${cipher('token')}  other: hunter2\n` }),
      `other in ${file} is not encrypted`,
      `take it out, and write it with sops ${file}`,
    ],
    [
      'no key that the component reads',
      secret({ data: `  ${cipher('tokn')}` }),
      `${file} has no key token, which a component reads`,
      `add it with sops ${file}`,
    ],
  ])('%s', (_, content, reason, fix) => {
    expect(problemsOf(homelab, content === undefined ? {} : { [file]: content })).toEqual([[place, reason, fix]])
  })

  test('what SOPS encrypted, with the keys that are read, is silent', () => {
    expect(problemsOf(homelab, { [file]: secret({}) })).toEqual([])
  })
})

test('a file outside of the folder of Secrets is refused', () => {
  const settings = { secrets: { ...secrets, 'cloudflare-tunnel': sops('../../tunnel.yaml') } }
  expect(problemsOf(fleet({ homelab: { settings, components } }))).toEqual([
    [
      `${place}.file`,
      "'../../tunnel.yaml' is not the name of a YAML file, without a folder",
      "write the name of a YAML file, without a folder, such as 'grafana-admin.sops.yaml'",
    ],
  ])
})
