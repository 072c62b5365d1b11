import { ageSecret } from '../../objects/flux/kustomization.ts'
import type { ClusterPlan } from '../../plan/placement.ts'

/** Gives Flux the age key in each namespace that keeps encrypted Secrets, which must be made first unless they are. */
export const keyCommands = ({ cluster, secrets }: ClusterPlan, areMade: boolean): readonly string[] =>
  cluster.namespaces
    .filter(({ name }) => secrets.some(({ namespace, source }) => namespace === name && source.from === 'sops'))
    .flatMap(({ name, settings }) => [
      ...(areMade || settings.exists ? [] : [`kubectl create namespace ${name}`]),
      keyCommand(name),
    ])

export const keyCommand = (namespace: string): string =>
  `kubectl create secret generic ${ageSecret} -n ${namespace} --from-file=age.agekey=AGE_KEY_FILE`
