const units: Readonly<Record<string, number>> = {
  ms: 0.001,
  s: 1,
  m: 60,
  h: 3600,
  d: 86_400,
  w: 604_800,
  y: 31_536_000,
}

/** A duration as Go or Prometheus write it, `168h`, `1w2d`, in seconds. Undefined for what is none. */
export const secondsIn = (text: unknown): number | undefined => {
  if (typeof text !== 'string' || !/^(\d+(\.\d+)?(ms|[smhdwy]))+$/.test(text)) return undefined
  return [...text.matchAll(/(\d+(?:\.\d+)?)(ms|[smhdwy])/g)].reduce(
    (sum, [, number, unit = '']) => sum + Number(number) * (units[unit] ?? 0),
    0,
  )
}
