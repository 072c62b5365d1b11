/** The line of a cluster's README that says which environment it belongs to. */
const line = /^Environment `([^`]+)`, /m

/** The environment that a cluster's README names, or undefined where it is not one of ours. */
export const environmentIn = (readme: string): string | undefined => line.exec(readme)?.[1]
