import { ageSecret } from '../../objects/flux/kustomization.ts'
import type { ClusterPlan } from '../../plan/placement.ts'
import { namespaceCommands } from './namespace-commands.ts'

/** Gives Flux the age key in each namespace that keeps encrypted Secrets, which must be made first unless they are. */
export const keyCommands = ({ cluster, secrets }: ClusterPlan, made: ReadonlySet<string>): readonly string[] => {
  const encrypted = new Set(secrets.flatMap(({ namespace, source }) => (source.from === 'sops' ? [namespace] : [])))
  const named = cluster.namespaces.filter(({ name }) => encrypted.has(name))
  return [
    ...namespaceCommands(cluster, (name) => encrypted.has(name) && !made.has(name)),
    ...named.map(({ name }) => keyCommand(name)),
  ]
}

export const keyCommand = (namespace: string): string =>
  `kubectl create secret generic ${ageSecret} -n ${namespace} --from-file=age.agekey=AGE_KEY_FILE`
