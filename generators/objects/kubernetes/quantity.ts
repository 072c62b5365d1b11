const units: Readonly<Record<string, number>> = {
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
}

/** A Kubernetes quantity in bytes; undefined for what is none. */
export const bytesIn = (quantity: unknown): number | undefined => {
  const [, number, unit = ''] = /^([0-9]+(?:\.[0-9]+)?)([kMGTP]|[KMGTP]i)?$/.exec(String(quantity)) ?? []
  return number === undefined ? undefined : Number(number) * (units[unit] ?? Number.NaN)
}
