const units = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 } as const

/** What a Go duration is in milliseconds: `1m30s` is 90000. Undefined when it is none. */
export const milliseconds = (duration: string): number | undefined => {
  const parts = [...duration.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/g)]
  if (parts.length === 0 || parts.map(([part]) => part).join('') !== duration) return undefined
  return parts.reduce((sum, [, number, unit]) => sum + Number(number) * units[unit as keyof typeof units], 0)
}
