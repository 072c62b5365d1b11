import { sections } from './sections.ts'

/** The README of a cluster. */
export const template = (data: Readonly<Record<string, unknown>>): string =>
  sections
    .filter(({ of, otherwise = false }) => of === undefined || Boolean(data[of]) !== otherwise)
    .map((section) => section.prose(data))
    .join('')
