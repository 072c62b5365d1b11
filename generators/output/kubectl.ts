import { execa } from 'execa'

/** What kubectl or the cluster said instead of doing what it was asked: one sentence for people. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
}

/**
 * Asks the cluster in KUBECONFIG something: kubectl's arguments, and what it reads on standard input. Answers with what
 * kubectl printed; throws a Refusal.
 */
export type Kubectl = (args: readonly string[], input?: string) => Promise<string>

// A server that takes a request and never answers must not hold up whoever waits.
const patience = '--request-timeout=20s'

export const kubectl: Kubectl = async (args, input) => {
  const given = input === undefined ? ({ stdin: 'ignore' } as const) : { input }
  const { failed, code, stdout, stderr, shortMessage } = await execa('kubectl', [...args, patience], {
    ...given,
    reject: false,
    maxBuffer: 256 * 1024 * 1024,
  })
  if (code === 'ENOENT') throw new Refusal('kubectl is not on the path')
  if (failed) throw new Refusal(complaintIn(stderr) ?? shortMessage)
  return stdout
}

/** The sentence that counts: kubectl logs its attempts first and says last what came of them. */
const complaintIn = (stderr: string): string | undefined =>
  stderr
    .trim()
    .split('\n')
    .at(-1)
    ?.replace(/^(error|Error from server( \(\w+\))?): /, '') || undefined
