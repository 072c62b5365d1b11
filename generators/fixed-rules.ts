/** A rule that no fleet can do without. */
export interface FixedRule {
  /** In kebab-case, as problems name it. */
  readonly name: string
  /** What would happen without it, or did, in a sentence. */
  readonly because: string
}

const fixed = (becauses: Readonly<Record<string, string>>): readonly FixedRule[] =>
  Object.entries(becauses).map(([name, because]) => ({ name, because }))

/** What the fleet must be before it can be thought through. */
const ofTheFleet = fixed({
  'fleet-syntax': 'a file with a syntax error says nothing at all',
  'fleet-import': 'a component that is imported by a name it does not have is undefined',
  'fleet-export': 'a fleet that is not the default export is found by nobody',
  'fleet-evaluation': 'a fleet that throws while it is evaluated is half a fleet',
  shape: 'a list where a map belongs ends as "is not iterable", somewhere far away',
  'known-option': 'a misspelt option would be ignored in silence, and its default would hold',
  'required-option': 'what is not said and has no default would be guessed',
  'plain-data': 'a Date or a function is something else in YAML than it was in the fleet',
  'literal-secret': 'what is written in the fleet is in Git for ever',
  text: 'an empty text is a name to nobody',
  flag: "the text 'false' counts as yes",
  count: 'nobody can run two and a half replicas',
  duration: "'10 minutes' is no duration to Prometheus, which does not start with it",
  size: "'10 gigs' is no quantity to Kubernetes, which refuses the claim",
  name: 'a name such as Bad_Name! is refused by the API server, long after the merge',
  version: 'a range of versions changes a cluster over night, and the tree does not say so',
  image: 'an image without an exact version changes with the next Pod',
  url: 'an address without a scheme is dialled for ever',
  percent: 'an alert on more than 100 per cent never fires',
  severity: 'an alert of a severity that no route knows wakes nobody',
  'ip-address': 'a load balancer waits for ever for an address that is none',
  'node-port': 'a port outside of 30000 to 32767 is refused by the API server',
  taint: 'a misspelt taint is tolerated by nobody',
  'object-store': 'logs would be kept where nothing is',
  'pod-security': 'Kubernetes takes a misspelt level for privileged',
  'channel-address': 'the address of a channel is a token, and what is written in the fleet is in Git for ever',
  'known-channel': 'a message to a channel of a misspelt kind reaches nobody',
  'known-collector': 'kube-state-metrics does not start with a kind that it does not know',
  'known-destination': 'what is sent to a destination of a misspelt kind is sent nowhere',
  'known-distribution': 'the control plane would be scraped as that of another distribution',
  'known-endpoint': 'nothing answers at an endpoint that nobody knows',
  'known-engine': 'an engine that nobody here writes for reads nothing',
  'known-kind': 'a capability of a misspelt kind meets no requirement',
  'known-mesh': 'Pods would run without the sidecar that they should have',
  'known-network': 'a cluster without a network starts nothing',
  'known-part': 'a misspelt part of the control plane is never scraped',
  'known-platform': 'components would be configured for another platform',
  'known-role': 'metrics of hubs and edges could not be told apart',
  'known-severity': 'events of a misspelt severity are never sent',
  'known-signal': 'a signal of a misspelt name is never sent',
  'known-tier': 'no controller reads another folder',
  'known-component': 'what is no component runs nowhere',
  'known-environment': 'a cluster of a misspelt environment would get the defaults',
  'known-rule': 'a rule that is switched off by a misspelt name fires all the same',
  'known-place': 'an exception for a component that has moved stands there for ever',
  'exception-used': 'an exception for a mistake that was put right hides the next one',
  'one-engine': 'what is for one engine alone does nothing under the other, and says nothing',
  'one-hub': 'edges would not know where to send to',
  'destination-once': 'of two destinations of one name, one would be sent nothing',
  'cluster-id-once': 'two clusters of one id cannot be told apart in any dashboard',
  'one-name-one-component': 'two components of one name would write the same files in turns',
  'one-name-a-channel': 'of two channels of one name, one would be told nothing',
})

/** What must hold for the components of a fleet to find each other. */
const ofThePlan = fixed({
  'component-fails': 'a component whose function throws has nothing to render',
  'no-cycle': 'Kustomizations that wait for each other do so for ever, and say no more than DependencyNotReady',
  'options-reach-somebody': 'options for a component that nobody runs would be believed to hold',
  'requirement-met': 'agents would push to an address that nobody has, and custom resources wait for their definitions',
  'secret-source': 'a Pod waits for ever for a Secret that nobody makes',
})

/** What the API server refuses, and what it drops in silence. */
const ofObjects = fixed({
  'valid-object': 'an unknown field of a built-in kind was dropped in silence, and the Kustomization was Ready',
})

/** What must hold of the repository and its disk before anything is written. */
const ofTheTree = fixed({
  'cannot-commit': 'a commit must hold what was rendered, and nothing of anybody else',
  'cannot-read': 'a folder that cannot be read would be taken for an empty one',
  'cannot-write': 'a tree that is new by half is neither the old one nor the new one',
  'changed-meanwhile': 'what somebody saved during the render would be lost',
  'file-in-the-way': "a person's file is not ours to replace",
  'hand-edit': 'a change by hand that is not committed would be lost',
  'not-committed': 'a commit of a promotion or an upgrade must hold nothing else',
  'not-a-repository': 'there is nothing to commit to',
  'promotion-is-written': 'a version that is computed cannot be moved by changing a line',
  'render-running': 'two renders at once leave a tree that is neither',
  'stale-tree': 'what was changed and not rendered would look like a part of the promotion or the upgrade',
})

/** What `npm run verify` and `npm run test:cluster` hold the tree and a cluster against. */
const ofTheProof = fixed({
  'age-key': 'without its key Flux decrypts nothing, and every Secret is missing',
  builds: 'a folder that kustomize refuses is refused by Flux as well, after the merge',
  'dependency-exists': 'Flux waits for ever for a Kustomization that is not there',
  'has-a-version': 'a cluster that reconciled something reconciled a commit',
  'helm-renders': 'a chart that refuses its values is never installed',
  'path-exists': 'a Kustomization whose folder does not exist is never Ready',
  ready: 'objects that are applied need not run',
  'reference-exists': 'a HelmRelease without its chart or values is never installed',
})

/** What `npx zx scripts/charts.mjs` holds charts against, and what they are added from. */
const ofCharts = fixed({
  'chart-lock': 'half a lock would let the other half of the charts in by their tags',
  'chart-moved': 'a tag that was moved brought another chart into every cluster, and no commit said so',
  'chart-registry': 'what a registry does not answer cannot be locked, and a guess would be locked for good',
  'is-a-chart': 'what is no chart of Helm is never installed',
})

/** What a review needs to compare two states of the tree, and to say so where people talk about it. */
const ofReviews = fixed({
  'base-exists': 'a review against a commit that is not there would show nothing, as if nothing had changed',
  'pull-request': 'a comment that nobody can write is read by nobody',
  'readable-tree': 'a file that cannot be read would be taken for one that is gone',
})

/** What must hold for a repository of somebody's own to be made. */
const ofNewRepositories = fixed({
  'new-folder': "a folder with somebody's files in it is not ours to fill",
  'new-repository': 'half a repository renders nothing, and is in the way of the next try',
})

/** What must hold for a repository to get a newer version of this program. */
const ofUpgrades = fixed({
  'installed-package': 'what another program than the one that rendered the tree makes of it is no upgrade',
  'newer-version': 'a version that is not there, or an older one, brings nothing',
  upgrade: 'half an upgrade renders what neither version would',
})

/** Rules that cannot be switched off: without them there is nothing to render, to write or to reconcile. */
export const fixedRules: readonly FixedRule[] = [
  ...ofTheFleet,
  ...ofThePlan,
  ...ofObjects,
  ...ofTheTree,
  ...ofTheProof,
  ...ofCharts,
  ...ofReviews,
  ...ofNewRepositories,
  ...ofUpgrades,
]
