import { describe, expect, test } from 'vitest'
import { type PersonalData, personalData } from '../../../generators/catalogue/opentelemetry/pii.ts'
import { replacementOf } from '../../../generators/catalogue/opentelemetry/scrubbing.ts'
import { wrongWith } from '../../../generators/check/collector/pattern-cost.ts'

/** What is left of a text, by the same patterns in the same order as the collector's statements. */
const scrubbed = (line: string): string =>
  personalData.map(replacementOf).reduce((text, { pattern, by }) => text.replaceAll(new RegExp(pattern, 'g'), by), line)

describe('is scrubbed:', () => {
  test.each([
    // E-mail
    ['mail to ada.lovelace+test@mail.example.org sent', 'mail to [email] sent'],
    ['from=ada@example.org,bob@example.org.', 'from=[email],[email].'],
    ['<jörg.müller@example.co.uk>', '<[email]>'],
    ['GET /invite?to=ada%40example.org&x=1', 'GET /invite?to=[email]&x=1'],
    ['{"user":"4111111111111111@example.org"}', '{"user":"[email]"}'],
    ['https://ada:secret@db.example.org/shop', 'https://ada:[email]/shop'],
    // Card
    ['cards 4111 1111 1111 1111, 5500-0000-0000-0004 and 378282246310005', 'cards [card], [card] and [card]'],
    ['2221000000000009 6011111111111117 3530111333300000', '[card] [card] [card]'],
    ['4111111111111111 4012888888881881', '[card] [card]'],
    ['card no.30569309025904 declined', 'card no.[card] declined'],
    // Social security number
    ['ssn 123-45-6789 on file', 'ssn [ssn] on file'],
    ['ssn=123-45-6789;123-45-6780', 'ssn=[ssn];[ssn]'],
    // Phone
    ['call (555) 123-4567 or +1 555-123-4567 or 555.123.4567', 'call [phone] or [phone] or [phone]'],
    ['+1 (555) 123-4567, 1-800-555-0199', '[phone], [phone]'],
    ['+442071838750, +44 20 7183 8750', '[phone], [phone]'],
    ['+33 1 42 68 53 00 and +49 30 901820', '[phone] and [phone]'],
  ])('%s', (line, left) => {
    expect(scrubbed(line)).toBe(left)
  })
})

describe('is kept:', () => {
  test.each([
    ['what only looks like an address', 'root@localhost, @scope/pkg@1.2.3, app@sha256:4f1e9c6e, ada@10.0.0.1'],
    ['a UUID', '550e8400-e29b-41d4-a716-446655440000'],
    ['a UUID of digits', '12345678-4111-1111-1111-111111111111'],
    ['a time as a number', '1767225600 1767225600000 1767225600000000 1767225600000000000'],
    ['a time as text', '2026-11-21T10:00:00.123+01:00 20261121100000 2026-11-2100'],
    ['a version', 'v1.2.3-rc.1 1.33.0 10.0.19045.3693'],
    ['an address of a machine', '192.168.100.200:8080 10.1.5.185 2001:db8::4111:1111'],
    ['an order number', 'ORD-555-123-4567 order 1234-56-7890 no. 123-456-789 #900001234567'],
    ['a number of another length', '41111111111111112 411111111111111'],
    ['a number that no issuer has', '9111 1111 1111 1111'],
    ['an identifier of a trace', 'trace 4111111111111111beef beef4111111111111111'],
    ['a fraction', '0.4111111111111111 12.4012888888881881'],
    ['a status, a size and a time', '"GET / HTTP/1.1" 200 512 1024'],
    ['a number of local calls', '555-1234'],
    ['nine digits', '123456789'],
  ])('%s', (_, line) => {
    expect(scrubbed(line)).toBe(line)
  })
})

describe('cannot be told apart, and is scrubbed:', () => {
  test.each([
    ['an order number of sixteen digits', 'order 4000123412341234', 'order [card]'],
    ['an order number with the dashes of a social security number', 'ORD-123-45-6789', 'ORD-[ssn]'],
    ['a version that ends like a host', 'pkg@1.2.3-rc.beta', '[email]'],
  ])('%s', (_, line, left) => {
    expect(scrubbed(line)).toBe(left)
  })
})

test.each(personalData.map((data): [string, PersonalData] => [data.name, data]))(
  'the pattern for %s is one of Go, and linear everywhere else',
  (_, { pattern }) => {
    expect(wrongWith(pattern)).toBeUndefined()
  },
)
