import { appendFileSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { podLogFolder } from '../../catalogue/otel-agent/config.ts'
import type { Link } from '../running/chain.ts'
import { map, senderTo, text } from '../signals.ts'
import { application, logFile } from '../stand-ins/workload.ts'
import type { Scene } from './scene.ts'

/** Lines of a Pod, and what is left of each. */
const lines: readonly (readonly [line: string, left: string])[] = [
  ['mail to ada.lovelace+test@mail.example.org sent', 'mail to [email] sent'],
  ['GET /invite?to=ada%40example.org&x=1', 'GET /invite?to=[email]&x=1'],
  ['cards 4111 1111 1111 1111, 5500-0000-0000-0004 and 378282246310005', 'cards [card], [card] and [card]'],
  ['ssn 123-45-6789 on file', 'ssn [ssn] on file'],
  ['call (555) 123-4567 or +44 20 7183 8750', 'call [phone] or [phone]'],
]

/** Lines that only look like it. */
const kept: readonly string[] = [
  'root@localhost, @scope/pkg@1.2.3, app@sha256:4f1e9c6e',
  'ORD-555-123-4567 order 1234-56-7890 no. 123-456-789',
  '41111111111111112, 9111 1111 1111 1111, trace 4111111111111111beef',
  '1767225600, 192.168.100.200:8080, 555-1234, 550e8400-e29b-41d4-a716-446655440000',
]

/** Personal data in lines, maps and attributes does not leave the edge, and what only looks like it does. */
export const scrubbing = async ({ federation, chain, stores, prove }: Scene): Promise<void> => {
  const { agent } = chain.edge
  const of = (service: string) => `{cluster_id="${federation.edge.cluster}", service_name="${service}"}`
  const bodies = async (query: string) => (await stores.lines(query)).map(({ line }) => line)

  writeLines(agent, ...lines.map(([line]) => line), ...kept)
  writeSplit(agent, 'split by the runtime: bob@exam', 'ple.com is one address')
  await prove({
    says: `the ${lines.length + 1} lines of a Pod with personal data arrive scrubbed, the ${kept.length} near-misses as they are`,
    find: () => bodies(of(application.name)),
    expected: [...lines.map(([, left]) => left), ...kept, 'split by the runtime: [email] is one address'].sort(),
  })

  const sender = senderTo(agent.url('otlp-http'), 'till')
  const deep = { user: text('ada@example.org'), deep: map({ ssn: text('123-45-6789') }), port: text('8080') }
  await sender.line(text('attributes'), deep)
  await prove({
    says: 'attributes of a line are scrubbed, nested ones too',
    find: () => bodies(`${of('till')} | user="[email]" | deep_ssn="[ssn]" | port="8080"`),
    expected: ['attributes'],
  })
  await sender.line(map({ msg: text('mapped'), who: map({ mail: text('ada@example.org') }) }))
  await prove({
    says: 'a line that is a map is scrubbed',
    find: () => bodies(`${of('till')} |= "mapped"`),
    expected: ['{"msg":"mapped","who.mail":"[email]"}'],
  })
  await sender.span('pay', deep)
  await prove({
    says: 'attributes of a span are scrubbed',
    find: async () =>
      stores
        .spans()
        .filter(({ name }) => name === 'pay')
        .map(({ attributes }) => [attributes.user, attributes['deep.ssn'], attributes.port]),
    expected: [['[email]', '[ssn]', '8080']],
  })
}

/** Adds lines to the log of the application's container, as the runtime writes them. */
export const writeLines = (agent: Link, ...texts: readonly string[]): void =>
  write(
    agent,
    texts.map((text) => `F ${text}`),
  )

/** One line in parts, as the runtime writes what is too long for it. */
const writeSplit = (agent: Link, ...parts: readonly string[]): void =>
  write(
    agent,
    parts.map((part, index) => `${index === parts.length - 1 ? 'F' : 'P'} ${part}`),
  )

const write = (agent: Link, marked: readonly string[]): void => {
  const file = join(agent.folder(podLogFolder), logFile)
  mkdirSync(dirname(file), { recursive: true })
  appendFileSync(file, marked.map((line) => `${new Date().toISOString()} stdout ${line}\n`).join(''))
}
