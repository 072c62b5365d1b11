/** Whether a version, such as `18.11.0`, `v2.13.0` or an image's tag, comes before another. False where nobody could say. */
export const isOlder = (version: string, than: string): boolean => {
  const one = partsOf(version)
  const other = partsOf(than)
  const index = one.numbers.findIndex((number, at) => number !== (other.numbers[at] ?? 0))
  if (index >= 0) return one.numbers[index]! < (other.numbers[index] ?? 0)
  if (other.numbers.length > one.numbers.length) return other.numbers.slice(one.numbers.length).some((one) => one > 0)
  // 1.0.0-rc.1 comes before 1.0.0; between two of them only their own order tells.
  if (one.suffix === '' || other.suffix === '') return one.suffix !== '' && other.suffix === ''
  return one.suffix.localeCompare(other.suffix, 'en', { numeric: true }) < 0
}

/** The last `1.2.3` of a text, and what `-` adds to it; neither `+…` nor a digest says anything of the order. */
const partsOf = (version: string) => {
  const [tagged = ''] = version.split('@')
  const [, numbers = '', suffix = ''] = /(?:^|[:v])(\d+(?:\.\d+)*)(-[^+]*)?(?:\+.*)?$/.exec(tagged) ?? []
  return { numbers: numbers === '' ? [] : numbers.split('.').map(Number), suffix }
}
