/** A number that every reader takes for the same double. Throws on NaN and infinities, which Kubernetes does not know. */
export const toNumber = (number: number): string => {
  if (!Number.isFinite(number)) throw new RangeError(`Kubernetes knows no ${number}`)
  if (Object.is(number, -0)) return '-0.0'
  const text = String(number)
  // Without a fraction, `1e+21` is a string in YAML 1.1.
  return text.includes('.') ? text : text.replace('e', '.0e')
}
