import type { Ran } from '../../output/program.ts'
import { sideBySide } from '../../output/side-by-side.ts'
import type { Problem } from '../../problem.ts'
import { type Track, untold } from '../../progress.ts'
import { type Proof, tally } from '../proof.ts'
import { type Question, type Reader, readers, reasonIn } from './question.ts'

/** Lets a program read something. Undefined where there is no such program. */
export type Ask = (question: Question) => Promise<Ran | undefined>

/** Puts all questions: what was refused, and who read what. */
export const asked = async (
  questions: readonly Question[],
  ask: Ask,
  progress: Track = untold,
): Promise<{ readonly problems: readonly Problem[]; readonly proofs: readonly Proof[] }> => {
  const put = async (question: Question) => ({ question, ran: await ask(question) })
  const answers = await sideBySide(questions, put, progress('asking who will read it', questions.length))
  return {
    problems: answers.flatMap(({ question, ran }) =>
      ran !== undefined && 'refusal' in ran ? [refused(question, ran.refusal)] : [],
    ),
    proofs: (Object.keys(readers) as Reader[]).flatMap((reader) => {
      const theirs = answers.filter(({ question }) => question.reader === reader)
      return theirs.length === 0 ? [] : [proofBy(reader, theirs)]
    }),
  }
}

const proofBy = (
  reader: Reader,
  answers: readonly { readonly question: Question; readonly ran: Ran | undefined }[],
): Proof => {
  const what = tally(answers.map(({ question }) => question.noun))
  if (answers.some(({ ran }) => ran !== undefined)) return { by: reader, checked: what }
  const fix = `set ${readers[reader].variable} or put it on the PATH`
  return { by: reader, checked: {}, notChecked: { what, because: 'not found', fix } }
}

const refused = ({ reader, about, place }: Question, words: string): Problem => ({
  rule: `${reader}-accepts`,
  place,
  reason: `${reader} refuses ${about}: ${reasonIn(words)}`,
  fix: `correct it, or set ${readers[reader].variable} to the version that will run`,
})
