/** One kind of personal data: what finds it, in Go's regular expressions, and what is written instead. */
export interface PersonalData {
  /** Stands in its place: `email` leaves `[email]`. */
  readonly name: string
  readonly pattern: string
  /** Whether the pattern has a group, for what comes before the data and stays. Default: no. */
  readonly keepsGroup?: true
}

/** Not within a longer word or number, nor behind its decimal point: `0.4111111111111111` is no card. */
const notWithinANumber = String.raw`(^|[^\w.]|\D\.)`

/** The same, and not behind a dash, as in `ORD-555-123-4567`. */
const notWithinAnIdentifier = String.raw`(^|[^\w.-]|\D\.)`

const behind = (group: string, ...forms: readonly string[]): string => `${group}(?:${forms.join('|')})`

/** Also as an address in a URL writes it. A version such as `pkg@1.2.3-rc.beta` is taken for one. */
const email: PersonalData = {
  name: 'email',
  pattern: String.raw`[^\s@<>()\[\]{}"',;:=&?/\\|]+(?:@|%40)[A-Za-z0-9.-]+\.[A-Za-z]{2,}`,
}

/**
 * The numbers of the large issuers, in their own groups of digits or without. A regular expression cannot tell whether
 * the last digit is right (Luhn), so an order number of sixteen digits that begins with 4 is taken for a card.
 */
const card: PersonalData = {
  name: 'card',
  keepsGroup: true,
  pattern: behind(
    notWithinANumber,
    // Visa; Mastercard; Discover; UnionPay; JCB
    String.raw`(?:4\d{3}|5[1-5]\d{2}|2[2-7]\d{2}|6(?:011|4[4-9]\d|5\d{2})|62\d{2}|35[2-8]\d)[ -]?\d{4}[ -]?\d{4}[ -]?\d{4}\b`,
    // American Express
    String.raw`3[47]\d{2}[ -]?\d{6}[ -]?\d{5}\b`,
    // Diners Club
    String.raw`3(?:0[0-5]|[68]\d)\d[ -]?\d{6}[ -]?\d{4}\b`,
  ),
}

/** A United States one, with its dashes. Without them it is nine digits like any others, which stay. */
const socialSecurityNumber: PersonalData = { name: 'ssn', pattern: String.raw`\b\d{3}-\d{2}-\d{4}\b` }

/**
 * With a plus, or as North America writes it. Three numbers with spaces between them stay, for many a log of requests
 * has them: a status, a size and a time.
 */
const phone: PersonalData = {
  name: 'phone',
  keepsGroup: true,
  pattern: behind(
    notWithinAnIdentifier,
    String.raw`\+[1-9]\d{7,14}\b`,
    String.raw`\+[1-9]\d{0,2}[ .-]?(?:\(\d{1,4}\) ?)?\d{1,4}(?:(?:[ .-]\d{2,4}){2,4}|[ .-]\d{5,8})\b`,
    String.raw`(?:\+?1[ .-]?)?\([2-9]\d{2}\) ?\d{3}[ .-]\d{4}\b`,
    String.raw`(?:1[ .-])?[2-9]\d{2}[.-]\d{3}[.-]\d{4}\b`,
  ),
}

/** In the order in which they are looked for: an address may begin with a number, and a card holds what may be a phone's. */
export const personalData: readonly PersonalData[] = [email, card, socialSecurityNumber, phone]
