type Families = Readonly<Record<string, readonly string[]>>

/**
 * The series of metrics that a component brings itself, as a capability names them. A metric is its type and the labels
 * that its exporter sets, as in the data files of exporters: `histogram service status`.
 */
export const familiesOf = (metrics: Readonly<Record<string, string>>): Families =>
  Object.assign({}, ...Object.entries(metrics).map(([name, described]) => seriesOf(name, described.split(' '))))

const seriesOf = (name: string, [type, ...labels]: readonly string[]): Families =>
  type === 'histogram'
    ? { [`${name}_bucket`]: [...labels, 'le'], [`${name}_count`]: labels, [`${name}_sum`]: labels }
    : { [name]: labels }
