/** What the engines read to leave an object alone when it vanishes from the tree: the same marks whichever reads them. */
export const keepMarks = {
  labels: { 'kustomize.toolkit.fluxcd.io/prune': 'disabled' },
  annotations: {
    'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
    // What is kept on purpose is no difference to report for ever.
    'argocd.argoproj.io/compare-options': 'IgnoreExtraneous',
  },
} as const

/** Annotations of a claim that a chart makes: Helm, too, leaves it alone when the release goes, whichever engine had it. */
export const keptByHelm = { 'helm.sh/resource-policy': 'keep', ...keepMarks.annotations } as const
