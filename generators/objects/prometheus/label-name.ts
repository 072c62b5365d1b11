/** What a key of somebody else's is called as a label, in Prometheus and in Loki: `cluster.id` is `cluster_id`. */
export const labelName = (key: string): string => key.replaceAll(/[^A-Za-z0-9_]/g, '_')
