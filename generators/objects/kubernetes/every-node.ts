/** No taint keeps an agent off: a node that is set apart has logs and a load too, and so has the control plane's. */
export const everyNode = [{ operator: 'Exists' as const }]
