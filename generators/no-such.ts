import { nearest } from './nearest.ts'

/** What to say of a name that nothing of its kind has: `there is no cluster homlab: did you mean homelab?` */
export const noSuch = (kind: string, wanted: string, known: readonly string[]): string => {
  const guess = nearest(wanted, known)
  return `there is no ${kind} ${wanted}: ${guess === undefined ? `there are ${known.join(', ')}` : `did you mean ${guess}?`}`
}
