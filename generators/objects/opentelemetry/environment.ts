/** A value that the collector takes from its environment when it starts: `${env:NAME}`. */
export type EnvironmentReference = `\${env:${string}}`

/** Where a value comes from a Secret or the node: the variable stands in the container's `env`. */
export const fromEnvironment = (variable: string): EnvironmentReference => `\${env:${variable}}`

/**
 * Text that means itself. The collector replaces `${…}` anywhere, in regular expressions too, by a variable that mostly
 * does not exist, which is nothing at all; it reads `$$` as a dollar.
 */
export const verbatim = (text: string): string => text.replaceAll('$', '$$$$')
