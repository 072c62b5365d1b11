/** Compares for sorting: the same order on every machine, whatever its language. */
export const byCodeUnits = (a: string, b: string): number => Number(a > b) - Number(a < b)
