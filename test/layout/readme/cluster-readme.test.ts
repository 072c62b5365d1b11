import { describe, expect, test } from 'vitest'
import type { ClusterSettings } from '../../../generators/fleet/cluster.ts'
import type { Fleet } from '../../../generators/fleet/fleet.ts'
import {
  argo,
  cilium,
  defineFleet,
  environment,
  existing,
  externalSecret,
  flux,
  helmRelease,
  kubePrometheusStack,
  manifests,
  namespace,
  prometheusOperatorCrds,
  sops,
} from '../../../generators/fleetwright.ts'
import { horizontalPodAutoscaler } from '../../../generators/objects/kubernetes/horizontal-pod-autoscaler.ts'
import { fleet, store } from '../../support/fleets.ts'
import { tree } from '../../support/tree.ts'

const https = { url: 'https://github.com/example/platform', branch: 'main' }

const one = (cluster: Partial<ClusterSettings<'lab'>>, repository = https): Fleet =>
  defineFleet({
    repository,
    environments: {
      lab: environment({ storageClass: 'local-path' }, [cilium({ values: { debug: { enabled: true } } })]),
    },
    clusters: {
      a: flux({ environment: 'lab', distribution: 'k3s', network: 'flannel', namespaces: {}, ...cluster }),
    },
  })

const readme = (...given: Parameters<typeof one>): string => tree(one(...given)).text('clusters/a/README.md')

/** The section under a heading, without the heading. */
const section = (text: string, heading: string): string | undefined =>
  text
    .split(/^#+ /m)
    .find((part) => part.startsWith(`${heading}\n`))
    ?.slice(heading.length)
    .trim()

const secrets = { 'alertmanager-config': existing(), 'grafana-admin': existing() }
const stack = [prometheusOperatorCrds(), kubePrometheusStack()]

describe('what is made by hand', () => {
  test('is the namespace, and each Secret that exists already: with a gap for each value, files for keys like files', () => {
    const text = readme({ namespaces: { monitoring: namespace({ secrets }, stack) } })
    expect(section(text, 'What is made by hand')).toContain(`\`\`\`sh
kubectl create namespace monitoring
kubectl create secret generic alertmanager-config -n monitoring --from-file=alertmanager.yaml
kubectl create secret generic grafana-admin -n monitoring --from-literal=admin-password='…' --from-literal=admin-user='…'
\`\`\``)
  })

  test('is no namespace that nothing is put into by hand: the engine makes it', () => {
    const text = readme({
      namespaces: {
        quiet: namespace({}, [manifests({ name: 'web', objects: [] })]),
        monitoring: namespace({ secrets }, stack),
      },
    })
    expect(text.match(/kubectl create namespace .*/g)).toEqual(['kubectl create namespace monitoring'])
  })

  test('may be asked of another cluster, which a kubeconfig may call otherwise', () => {
    const command = 'kubectl get secret token --context hub -o yaml | kubectl apply -f -'
    const web = manifests({
      name: 'web',
      objects: [],
      requires: () => [{ kind: 'secret', name: 'token', keys: ['key'], command }],
    })
    const text = section(
      readme({ namespaces: { web: namespace({ secrets: { token: existing() } }, [web]) } }),
      'What is made by hand',
    )
    expect(text).toContain(`${command} -n web\n`)
    expect(text).toContain('For `--context hub`, write what your kubeconfig calls that cluster.\n')
    expect(readme({ namespaces: { monitoring: namespace({ secrets }, stack) } })).not.toContain('--context')
  })

  test('a certificate is made by the command for certificates', () => {
    const web = manifests({
      name: 'web',
      objects: [],
      requires: () => [{ kind: 'secret', name: 'web-tls', keys: ['tls.key', 'tls.crt'] }],
    })
    const text = readme({ namespaces: { web: namespace({ secrets: { 'web-tls': existing() } }, [web]) } })
    expect(text).toContain('\nkubectl create secret tls web-tls -n web --cert=tls.crt --key=tls.key\n')
  })

  test('is nothing where every Secret comes out of the tree', () => {
    const fetched = externalSecret({ store: 'vault', key: 'grafana' })
    const text = readme({
      crds: ['external-secrets.io'],
      namespaces: {
        monitoring: namespace({ secrets: { 'alertmanager-config': sops(), 'grafana-admin': fetched } }, stack),
      },
    })
    expect(section(text, 'What is made by hand')).toBeUndefined()
    expect(text).not.toContain('create secret generic grafana-admin')
    expect(section(text, 'Secrets')).toContain(
      '| [apps/clusters/a/monitoring/secrets/alertmanager-config.sops.yaml](../../apps/clusters/a/monitoring/secrets/alertmanager-config.sops.yaml), encrypted with SOPS |',
    )
    expect(section(text, 'Secrets')).toContain('| entry `grafana` of ClusterSecretStore `vault` |')
  })
})

describe('the network', () => {
  const network = 'cilium'
  const namespaces = {
    'kube-system': namespace({ exists: true }, [cilium({ values: { MTU: 1400 } })]),
    monitoring: namespace({ secrets }, stack),
  }

  test('is installed by hand after what it stands on, with the values of all its layers', () => {
    expect(section(readme({ network, namespaces }), 'The network')).toMatch(
      /```sh\nhelm install prometheus-operator-crds oci:\/\/ghcr.io\/prometheus-community\/charts\/prometheus-operator-crds --version [0-9.]+ -n monitoring \\\n {2}-f infrastructure\/base\/monitoring\/prometheus-operator-crds\/values.yaml\nhelm install cilium oci:\/\/quay.io\/cilium\/charts\/cilium --version [0-9.]+ -n kube-system \\\n {2}-f infrastructure\/base\/kube-system\/cilium\/values.yaml \\\n {2}-f infrastructure\/lab\/kube-system\/cilium\/values-lab.yaml \\\n {2}-f infrastructure\/clusters\/a\/kube-system\/cilium\/values-a.yaml\n```$/,
    )
  })

  test('has the namespaces made by hand that it is installed into, and no others', () => {
    const encrypted = Object.fromEntries(Object.keys(secrets).map((name) => [name, sops()]))
    const text = readme({
      network,
      namespaces: {
        ...namespaces,
        monitoring: namespace({}, [prometheusOperatorCrds()]),
        watching: namespace({ secrets: encrypted }, [kubePrometheusStack()]),
        quiet: namespace({}, [x()]),
      },
    })
    expect(section(text, 'What is made by hand')).toBe('```sh\nkubectl create namespace monitoring\n```')
    expect(section(text, 'The key to the encrypted Secrets')).toContain(
      '```sh\nkubectl create namespace watching\nkubectl create secret generic sops-age -n watching ',
    )
  })

  test('is somebody else’s business where the fleet does not bring it', () => {
    const text = readme({ network, namespaces: { monitoring: namespace({ secrets }, stack) } })
    expect(text).toContain('k3s with cilium')
    expect(section(text, 'The network')).toBeUndefined()
  })

  test('whose chart comes from an HTTP repository is named as Helm wants it', () => {
    const calico = helmRelease({
      name: 'calico',
      chart: { name: 'tigera-operator', url: 'https://docs.tigera.io/calico/charts', version: '3.30.1' },
    })
    const text = readme({ network: 'calico', namespaces: { 'tigera-operator': namespace({}, [calico]) } })
    expect(section(text, 'The network')).toContain(`
helm install calico tigera-operator --repo https://docs.tigera.io/calico/charts --version 3.30.1 -n tigera-operator \\
  -f apps/base/tigera-operator/calico/values.yaml
`)
  })

  test('that waits for itself in a circle is a problem of its own, and no reason to hang', () => {
    const rendered = tree(
      one({
        network,
        namespaces: { 'kube-system': namespace({}, [cilium({ after: ['x'] }), x({ after: ['cilium'] })]) },
      }),
    )
    expect(rendered.problems.map(({ rule }) => rule)).toContain('no-cycle')
    expect(rendered.text('clusters/a/README.md')).toContain('kubectl apply -k apps/base/kube-system/x\n')
  })
})

const x = manifests({ name: 'x', objects: [] })

describe('the ways in', () => {
  const waysIn = (options: Parameters<typeof kubePrometheusStack>[0]): readonly string[] | undefined =>
    section(
      readme({
        namespaces: { monitoring: namespace({ secrets }, [prometheusOperatorCrds(), kubePrometheusStack(options)]) },
      }),
      'The ways in',
    )?.split('\n')

  const login = '`admin-user` and `admin-password` of the Secret `grafana-admin`'

  test('a page without a door is reached through a forwarded port', () => {
    expect(waysIn({})).toEqual([
      '| to | how | login |',
      '|---|---|---|',
      '| prometheus | `kubectl port-forward -n monitoring svc/kube-prometheus-stack-prometheus 9090:9090`, then http://localhost:9090 | your kubeconfig |',
      '| alertmanager | `kubectl port-forward -n monitoring svc/kube-prometheus-stack-alertmanager 9093:9093`, then http://localhost:9093 | your kubeconfig |',
      `| grafana | \`kubectl port-forward -n monitoring svc/kube-prometheus-stack-grafana 3000:80\`, then http://localhost:3000 | ${login} |`,
    ])
  })

  test('a door takes the place of the forwarded port, and says what it asks', () => {
    const rows = waysIn({ grafana: { ingress: { host: 'grafana.example.com' } }, prometheus: { nodePort: 30900 } })
    expect(rows).toContain(`| grafana | Ingress https://grafana.example.com | ${login} |`)
    expect(rows).toContain('| prometheus | NodePort 30900 | none: private network |')
    expect(rows?.filter((row) => row.includes('port-forward'))).toEqual([expect.stringContaining('| alertmanager |')])
  })
})

describe('what must be there already', () => {
  const needed = (...given: Parameters<typeof one>) =>
    section(readme(...given), 'What must be there already')?.split('\n')

  test('is what the fleet counts on and does not bring, and whom it is for', () => {
    const ingress = { host: 'grafana.example.com' }
    const scaled = horizontalPodAutoscaler({
      name: 'web',
      kind: 'Deployment',
      min: 1,
      max: 3,
      cpu: 70,
      calmSeconds: 60,
    })
    const web = manifests({
      name: 'web',
      objects: [scaled],
      provides: () => [{ kind: 'door', to: 'web', authenticated: true, how: 'LoadBalancer 10.1.5.185' }],
    })
    expect(
      needed({
        crds: ['example.com'],
        namespaces: {
          monitoring: namespace({ secrets }, [prometheusOperatorCrds(), kubePrometheusStack({ grafana: { ingress } })]),
          web: namespace({}, [web]),
        },
      }),
    ).toEqual([
      '- the StorageClass `local-path`, for the volumes of kube-prometheus-stack',
      '- the metrics-server, for the autoscalers of web',
      '- a load balancer, for web',
      '- an Ingress controller, for kube-prometheus-stack',
      '- the custom resources of `example.com`, and what reads them',
    ])
  })

  test('is nothing where the fleet brings all that it needs', () => {
    expect(needed({ namespaces: { quiet: namespace({}, [x()]) } })).toBeUndefined()
  })
})

describe('Flux', () => {
  const bootstrap = (repository: Fleet['repository']) => section(readme({}, repository), 'Flux')

  test('asks for a token where the repository is reached by https, and uses the SSH agent otherwise', () => {
    expect(bootstrap(https)).toContain(
      'flux bootstrap git --url=https://github.com/example/platform --branch=main --path=clusters/a --token-auth\n',
    )
    expect(bootstrap({ url: 'ssh://git@example.com/platform', branch: 'live' })).toContain(
      'flux bootstrap git --url=ssh://git@example.com/platform --branch=live --path=clusters/a\n',
    )
  })

  test('gets the age key in each namespace whose Secrets are encrypted, where it looks for it', () => {
    const encrypted = { 'alertmanager-config': sops(), 'grafana-admin': existing() }
    const text = readme({ namespaces: { monitoring: namespace({ secrets: encrypted }, stack) } })
    expect(section(text, 'The key to the encrypted Secrets')).toContain(
      '```sh\nkubectl create secret generic sops-age -n monitoring --from-file=age.agekey=AGE_KEY_FILE\n```',
    )
    expect(section(readme({}), 'The key to the encrypted Secrets')).toBeUndefined()
  })
})

test('a repository of many clusters: each fetches the layers that it reads, and no other cluster', () => {
  const rendered = tree(fleet({ a: { components: [store({ size: '20Gi' })] }, b: { components: [store()] } }))
  const fetched = (cluster: string) =>
    /sparseCheckout` of the GitRepository there: (.*)\.$/m.exec(rendered.text(`clusters/${cluster}/README.md`))?.[1]
  expect(fetched('a')).toBe('`apps/base`, `apps/clusters/a`, `apps/dev`, `clusters/a`, `infrastructure/components`')
  expect(fetched('b')).toBe('`apps/base`, `apps/dev`, `clusters/b`, `infrastructure/components`')
})

describe('a cluster of Argo CD', () => {
  const argoReadme = (repository = https): string => {
    const given = fleet({ a: { by: argo, components: [store({ version: '1.3.0' })] } })
    return tree({ ...given, repository }).text('clusters/a/README.md')
  }

  test('is taken over by one file, after a private repository was opened to Argo CD', () => {
    const text = section(argoReadme(), 'Argo CD')
    expect(text).toContain(`\`\`\`sh
kubectl create secret generic fleet -n argocd --from-literal=type=git --from-literal=url=https://github.com/example/platform --from-literal=username='…' --from-literal=password='…'
kubectl label secret fleet -n argocd argocd.argoproj.io/secret-type=repository
\`\`\``)
    expect(text).toContain(`\`\`\`sh
kubectl apply --server-side --field-manager=fleetwright -f clusters/a/bootstrap.yaml
\`\`\``)
    expect(argoReadme({ url: 'ssh://git@example.com/fleet', branch: 'main' })).toContain('--from-file=sshPrivateKey=')
  })

  test('says nothing of Flux, and links to no folder that is not there', () => {
    expect(argoReadme()).not.toMatch(/flux/i)
    expect(argoReadme()).toContain(
      '| 1 | monitoring | [store](monitoring/store.yaml) | 1.3.0 | [apps/dev/monitoring/store](../../apps/dev/monitoring/store) |',
    )
  })
})
