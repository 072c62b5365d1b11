/**
 * What becomes of a signal that a statement cannot handle. `propagate`: it is refused with all that came with it; `ignore`:
 * it goes on as it was, and the log tells; `silent`: nobody is told.
 */
export type ErrorMode = 'ignore' | 'propagate' | 'silent'
