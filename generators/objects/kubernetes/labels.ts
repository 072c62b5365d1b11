/** The labels by which everything that belongs to a workload of ours finds its Pods. */
export const selectorLabels = (name: string) => ({ 'app.kubernetes.io/name': name })
