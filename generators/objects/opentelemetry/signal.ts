/** What a collector carries. */
export type Signal = 'logs' | 'metrics' | 'traces'

export const signals = ['logs', 'metrics', 'traces'] as const satisfies readonly Signal[]

/** The signals that something handles, as a set: what handles more may stand where less is asked for. */
export type Signals<S extends Signal> = { readonly [Each in S]: true }

export const everySignal: Signals<Signal> = { logs: true, metrics: true, traces: true }
