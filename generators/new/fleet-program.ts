import { call, data, type Expression, list, type Member, map, type Program } from '../import/print/expression.ts'
import { type Answers, clustersOf } from './answers.ts'
import { networkComponent, observers, secretsOf } from './components.ts'

/** What the namespaces of all clusters are called in it. */
const shared = 'everywhere'

/** The fleet of a new repository, as a program that a person goes on with. */
export const fleetProgram = (answers: Answers): Program => ({
  comments: [
    'What the clusters are and what runs in them. Change it, and render: npx zx scripts/render.mjs',
    'An editor explains every word, and every option with its unit and its default.',
  ],
  declarations: [
    {
      name: shared,
      value: namespaces(answers),
      comments: ['What runs in every cluster. One that is to differ gets namespaces of its own below.'],
    },
  ],
  exports: call('defineFleet', {
    kind: 'map',
    members: [
      {
        name: 'repository',
        value: data({ url: answers.url, branch: 'main' }),
        comments: ['Where this repository is pushed to: what is on the branch is what runs.'],
      },
      {
        name: 'environments',
        value: map(Object.fromEntries(answers.environments.map((name, index) => [name, environment(index, answers)]))),
        comments: [
          'What the clusters of an environment share, and other environments do not.',
          'The StorageClass must be there: kubectl get storageclass',
        ],
      },
      {
        name: 'clusters',
        value: map(Object.fromEntries(clustersOf(answers).map((one) => [one.name, cluster(one.environment, answers)]))),
        comments: ['For a second cluster of an environment, copy one and give it a name.'],
      },
    ],
  }),
})

const namespaces = (answers: Answers): Expression =>
  map({
    'kube-system':
      answers.network === 'cilium'
        ? call('namespace', data({ exists: true }), list([{ value: networkComponent(answers) }]))
        : undefined,
    monitoring: call('namespace', { kind: 'map', members: [secrets(answers)] }, list(observers(answers))),
  })

const secrets = (answers: Answers): Member => ({
  name: 'secrets',
  value: map(Object.fromEntries(secretsOf(answers).map((name) => [name, call('existing')]))),
  comments: ['Somebody makes them: clusters/CLUSTER/README.md says how. Or sops(), or externalSecret({ … }).'],
})

/** The first environments try things out and forget soon; the last one is what people rely on. */
const environment = (index: number, { environments, storageClass, observe }: Answers): Expression => {
  const isLast = index === environments.length - 1
  const traits = data({ storageClass })
  if (!observe.includes('metrics')) return call('environment', traits)
  const kept = isLast ? { retention: '15d', size: '30Gi' } : { retention: '5d', size: '10Gi' }
  const stack = call('kubePrometheusStack', data({ retention: kept.retention, prometheus: { size: kept.size } }))
  return call('environment', traits, list([{ value: stack }]))
}

const cluster = (environment: string, { engine, distribution, network }: Answers): Expression =>
  call(engine === 'flux' ? 'flux' : 'argo', {
    kind: 'map',
    members: [
      ...Object.entries({ environment, distribution, network }).map(([name, value]) => ({ name, value: data(value) })),
      { name: 'namespaces', value: { kind: 'name', name: shared } },
    ],
  })
