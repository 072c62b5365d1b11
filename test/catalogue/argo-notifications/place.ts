import { argoNotifications } from '../../../generators/catalogue/argo-notifications/argo-notifications.ts'
import type { ArgoNotificationsOptions } from '../../../generators/catalogue/argo-notifications/options.ts'
import type { ManifestsDefinition } from '../../../generators/fleet/component.ts'
import type { KubernetesObject } from '../../../generators/kubernetes-object.ts'
import { evaluate } from '../../../generators/plan/evaluate.ts'
import { base } from '../where.ts'

export const definition = argoNotifications.definition as ManifestsDefinition<ArgoNotificationsOptions>

/** The ConfigMap that options make, over the defaults. */
export const configMap = (own: ArgoNotificationsOptions = {}) => {
  const made = evaluate(definition, { ...definition.defaults, ...own }, { ...base(definition), namespace: 'argocd' })
  const [only] = made.kind === 'manifests' ? made.objects : []
  return only as KubernetesObject & { readonly data: Readonly<Record<string, string>> }
}
