/**
 * How chunks and index are laid out, and since when. Loki reads old logs by it: another date, schema or prefix here,
 * and what was written before is never found again. A new schema is a further entry with a date in the future.
 */
export const lokiSchema = (store: 'filesystem' | 's3') => ({
  from: '2024-04-01',
  store: 'tsdb',
  object_store: store,
  schema: 'v13',
  index: { prefix: 'loki_index_', period: '24h' },
})
