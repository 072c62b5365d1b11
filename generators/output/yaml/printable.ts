/**
 * A character that a reader refuses or takes for the end of a line: all but YAML's printable ones, and of those neither
 * tab, line feed, NEL (U+0085), line and paragraph separator (U+2028, U+2029) nor the byte order mark (U+FEFF).
 */
export const unprintable = /[^\x20-\x7E\xA0-\u2027\u202A-\uD7FF\uE000-\uFEFE\uFF00-\uFFFD\u{10000}-\u{10FFFF}]/u

/** The same inside a literal block, which carries tabs and ends its lines with line feeds. */
export const unprintableInBlock =
  /[^\t\n\x20-\x7E\xA0-\u2027\u202A-\uD7FF\uE000-\uFEFE\uFF00-\uFFFD\u{10000}-\u{10FFFF}]/u
