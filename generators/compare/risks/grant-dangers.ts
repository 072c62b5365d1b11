import type { Grant } from './grants.ts'

/** What somebody could make of rights that look harmless, the worst alone. Undefined: nothing beyond what they say. */
export const dangerOf = (grants: readonly Grant[]): string | undefined =>
  dangers.find(({ isMet }) => grants.some(isMet))?.because

interface Danger {
  readonly isMet: (grant: Grant) => boolean
  readonly because: string
}

const allows = ({ verb }: Grant, ...verbs: readonly string[]): boolean => verb === '*' || verbs.includes(verb)

/** Resources of one group, by their names, or all of them. */
const isOn = ({ group, on }: Grant, of: string, ...resources: readonly string[]): boolean =>
  (group === of || group === '*') && (on === '*' || resources.includes(on))

const dangers: readonly Danger[] = [
  {
    isMet: ({ group, on, verb }) => group === '*' && on === '*' && verb === '*',
    because: 'That is everything: whoever has it owns the cluster.',
  },
  {
    isMet: ({ verb }) => ['escalate', 'bind', 'impersonate'].includes(verb),
    because: 'With escalate, bind or impersonate one can take any other right, up to the whole cluster.',
  },
  {
    isMet: (grant) => isOn(grant, '', 'secrets') && allows(grant, 'get', 'list', 'watch') && grant.name === undefined,
    because: 'Secrets hold the tokens of others, so that reading them is as good as being them.',
  },
  {
    isMet: (grant) =>
      isOn(grant, '', 'pods/exec', 'pods/attach', 'nodes/proxy', 'serviceaccounts/token') &&
      allows(grant, 'create', 'get'),
    because: 'Whoever may run commands in Pods, or make tokens, has the rights of those as well.',
  },
  {
    isMet: (grant) => makesPods(grant) && allows(grant, 'create', 'patch', 'update'),
    because: 'Whoever may make Pods may run anything, with any Secret and account of the namespace.',
  },
  { isMet: ({ verb, on, group }) => [verb, on, group].includes('*'), because: 'A * also allows whatever comes later.' },
]

const makesPods = (grant: Grant): boolean =>
  isOn(grant, '', 'pods') ||
  isOn(grant, 'apps', 'daemonsets', 'deployments', 'statefulsets') ||
  isOn(grant, 'batch', 'cronjobs', 'jobs')
