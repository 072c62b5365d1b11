/**
 * Rules that judge what could be rendered all the same, and so can be switched off for a place in the fleet.
 * `npx zx scripts/rules.mjs` says what each of them is for.
 */
export const ruleNames = [
  'credentials-from-a-secret',
  'dashboard-once',
  'door-with-a-login',
  'known-chart-values',
  'known-storage-class',
  'no-literal-credentials',
  'node-port-once',
  'one-owner',
  'own-namespace',
  'persistence',
  'refused-values',
  'something-to-apply',
  'volume-size',
] as const

export type RuleName = (typeof ruleNames)[number]

/** A rule that does not hold at a place in the fleet, for a reason. */
export interface Exception {
  readonly rule: RuleName
  /** The place, with all below it, as problems print it: `clusters.homelab.namespaces.monitoring.loki`. */
  readonly at: string
  /** Why that is well so, in a sentence. Every run prints it. */
  readonly because: string
}

/** Switches a rule off at a place: `except('persistence', { at: 'environments.dev.loki', because: 'it is a sandbox' })`. */
export const except = (rule: RuleName, { at, because }: Omit<Exception, 'rule'>): Exception => ({ rule, at, because })
