import type { Box } from '../graph.ts'

/** What is written above a box. */
export const boxTitle = ({ name, detail }: Box): string => (detail === undefined ? name : `${name} · ${detail}`)

/** Room above what is in a box, for its title. */
export const titleHeight = 34
