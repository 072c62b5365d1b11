/**
 * A text with `<cluster>` wherever a cluster's own name stands in it, by which two clusters are compared: in
 * `clusters/edge-1/…`, `clusters.edge-1.…`, `values-edge-1.yaml`, or a variable that tells a collector where it runs. An
 * environment may have the name of a cluster: its folders and places stay.
 */
export const withoutOwnName = (text: string, cluster: string): string =>
  text.includes(cluster) ? text.replaceAll(ownName(cluster), '<cluster>') : text

const ownName = (cluster: string): RegExp =>
  new RegExp(
    `(?<![A-Za-z0-9]|apps/|infrastructure/|environments\\.)${cluster.replaceAll('.', '\\.')}(?![A-Za-z0-9])`,
    'g',
  )
