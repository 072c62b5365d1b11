/** A text as a literal of TypeScript, whatever is in it. */
export const literal = (text: string): string => {
  const quoted = JSON.stringify(text).replaceAll(/[\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`)
  return /['\\]/.test(quoted) ? quoted : `'${quoted.slice(1, -1)}'`
}
