import type { DocumentOptions, ParseOptions, ScalarTag, SchemaOptions } from 'yaml'

/** Flux reads yes and no as people write them, as YAML had it once. */
const yesAndNo: ScalarTag = {
  tag: 'tag:yaml.org,2002:bool',
  default: true,
  test: /^(?:yes|Yes|YES|on|On|ON|no|No|NO|off|Off|OFF)$/,
  resolve: (text) => /^(?:yes|on)$/i.test(text),
}

/** A mode of a file: 0755. */
const octal: ScalarTag = {
  tag: 'tag:yaml.org,2002:int',
  default: true,
  test: /^0[0-7]+$/,
  resolve: (text) => Number.parseInt(text, 8),
}

/** YAML as Flux and Helm read it: Go's mixture of its two versions. Dates stay text, as they do there. */
export const dialect: ParseOptions & DocumentOptions & SchemaOptions = {
  schema: 'core',
  merge: true,
  customTags: (tags) => [yesAndNo, octal, ...tags],
  // Said as problems, not to the console.
  logLevel: 'silent',
}
