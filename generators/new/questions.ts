import { engineNames, engines } from '../fleet/cluster.ts'
import { type Distribution, distributions, type Network, networks } from '../fleet/traits.ts'
import type { Answers, Signal } from './answers.ts'
import { choiceOf, environmentNames, objectNamed, signals, type Told, urlOf } from './read-answer.ts'

/** What was answered so far, as it was written. */
export type Texts = { readonly [Name in keyof Answers]?: string }

/** One thing to ask, in a terminal or by an option. An answer is a text; a list has commas in it. */
export interface Question<Name extends keyof Answers = keyof Answers> {
  readonly asks: string
  /** The option that answers it, what stands behind it, and what the help says of it. */
  readonly option: string
  readonly value: string
  readonly does: string
  /** What there is to choose from, with a word of explanation. Default: any text. */
  readonly choices?: Readonly<Record<string, string>>
  /** Whether more than one can be chosen. */
  readonly isMany?: boolean
  /** The answer of somebody who has none. */
  readonly usually: (texts: Texts, surroundings: Surroundings) => string
  readonly read: (text: string) => Told<Answers[Name]>
}

/** What is known of the folder before anything is asked. */
export interface Surroundings {
  /** The name of the folder. */
  readonly name: string
  /** Where git would push to. */
  readonly remote?: string | undefined
}

const distributionHints: Readonly<Record<Distribution, string>> = {
  k3s: 'one binary, for a small machine',
  talos: 'Talos Linux',
  kind: 'Kubernetes in Docker, to try things out',
  managed: 'EKS, GKE, AKS, LKE: a provider runs the control plane',
  kubeadm: 'nodes of your own',
}
const usualNetworks: Readonly<Record<Distribution, Network>> = {
  k3s: 'flannel',
  talos: 'cilium',
  kind: 'kindnet',
  managed: 'calico',
  kubeadm: 'calico',
}
const usualStorageClasses: Readonly<Record<Distribution, string>> = {
  k3s: 'local-path',
  talos: 'local-path',
  kind: 'standard',
  managed: 'gp3',
  kubeadm: 'local-path',
}
const networkHints: Readonly<Record<Network, string>> = {
  calico: 'is there already',
  cilium: 'comes from this repository',
  flannel: 'is there already, as k3s has it',
  kindnet: 'is there already, as KIND has it',
}
const signalHints: Readonly<Record<Signal, string>> = {
  metrics: 'Prometheus, Alertmanager and Grafana',
  logs: 'Loki, and Alloy on every node',
  traces: 'Tempo, which takes OTLP',
  alerts: 'of nodes, Pods, and of what reconciles the cluster; needs metrics',
}

/** The address of somebody who has none yet. */
export const exampleUrl = ({ name }: Surroundings): string => `https://github.com/example/${name}`

const usual = <Value>(byDistribution: Readonly<Record<Distribution, Value>>, { distribution = 'k3s' }: Texts): Value =>
  byDistribution[distribution as Distribution]

/** In the order in which they are asked. */
export const questions: { readonly [Name in keyof Answers]: Question<Name> } = {
  engine: {
    asks: 'What reconciles your clusters?',
    option: 'engine',
    value: 'ENGINE',
    does: 'what reconciles the clusters: flux or argo-cd',
    choices: { flux: engineNames.flux, 'argo-cd': `${engineNames['argo-cd']}, which runs there already` },
    usually: () => 'flux',
    read: choiceOf('engine', engines),
  },
  distribution: {
    asks: 'Which Kubernetes are they?',
    option: 'distribution',
    value: 'NAME',
    does: 'k3s, talos, kind, managed or kubeadm',
    choices: distributionHints,
    usually: () => 'k3s',
    read: choiceOf('distribution', Object.keys(distributions) as Distribution[]),
  },
  network: {
    asks: 'Which network connects their Pods?',
    option: 'network',
    value: 'NAME',
    does: 'calico, cilium, flannel or kindnet',
    choices: networkHints,
    usually: (texts) => usual(usualNetworks, texts),
    read: choiceOf('network', networks),
  },
  storageClass: {
    asks: 'Which StorageClass holds data? `kubectl get storageclass` lists them.',
    option: 'storage-class',
    value: 'NAME',
    does: 'the StorageClass that volumes are claimed from',
    usually: (texts) => usual(usualStorageClasses, texts),
    read: objectNamed('StorageClass'),
  },
  environments: {
    asks: 'Which environments, in the order in which a version is tried?',
    option: 'environments',
    value: 'NAMES',
    does: 'names with commas between, in the order in which a version is tried; each gets one cluster',
    usually: () => 'dev,prod',
    read: environmentNames,
  },
  observe: {
    asks: 'What do you want to observe?',
    option: 'observe',
    value: 'SIGNALS',
    does: 'metrics, logs, traces, alerts, with commas between',
    choices: signalHints,
    isMany: true,
    usually: () => 'metrics,logs,alerts',
    read: signals,
  },
  url: {
    asks: 'Where will this repository be pushed to?',
    option: 'url',
    value: 'URL',
    does: 'where the repository is pushed to (default: where the remote origin of the folder leads)',
    usually: (_, surroundings) => surroundings.remote ?? exampleUrl(surroundings),
    read: urlOf,
  },
}

export const questionNames = Object.keys(questions) as readonly (keyof Answers)[]

/** All answers, the usual ones where none was given; or what is wrong with the first that is. */
export const answersOf = (given: Texts, surroundings: Surroundings): Told<Answers> => {
  let texts: Texts = {}
  const answers: Record<string, unknown> = {}
  for (const name of questionNames) {
    const text = given[name] ?? questions[name].usually(texts, surroundings)
    const told = questions[name].read(text)
    if ('wrong' in told) return { wrong: `--${questions[name].option}: ${told.wrong}` }
    texts = { ...texts, [name]: text }
    answers[name] = told.value
  }
  // Every question was answered, each in its own type.
  return { value: answers as unknown as Answers }
}
