/**
 * A type of Grafana's SDK with its enums as the strings they stand for. Dashboards take the SDK's types alone: loading
 * its builders costs over 100 ms at start, and an enum cannot be named without loading it.
 */
export type Plain<T> = T extends string
  ? `${T}`
  : T extends readonly (infer Item)[]
    ? readonly Plain<Item>[]
    : T extends object
      ? { readonly [Member in keyof T]: Plain<T[Member]> }
      : T
