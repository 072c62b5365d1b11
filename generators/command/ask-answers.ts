import type { Readable, Writable } from 'node:stream'
import { cancel, intro, isCancel, log, multiselect, select, text } from '@clack/prompts'
import { type Question, questionNames, questions, type Surroundings, type Texts } from '../new/questions.ts'

/** Where somebody types, and reads. Default: the terminal. */
export interface Terminal {
  readonly input?: Readable
  readonly output?: Writable
}

/** Asks for every answer that was not given. Undefined when somebody breaks off. */
export const askAnswers = async (
  given: Texts,
  surroundings: Surroundings,
  terminal: Terminal = {},
): Promise<Texts | undefined> => {
  intro(`A repository in ${surroundings.name}`, terminal)
  let texts: Texts = {}
  for (const name of questionNames) {
    const answer = given[name] ?? (await ask(questions[name], questions[name].usually(texts, surroundings), terminal))
    if (answer === undefined) {
      cancel('Nothing was made.', terminal)
      return undefined
    }
    texts = { ...texts, [name]: answer }
  }
  return texts
}

const ask = async (question: Question, usual: string, terminal: Terminal): Promise<string | undefined> => {
  for (;;) {
    const answer = await prompt(question, usual, terminal)
    if (isCancel(answer)) return undefined
    const text = Array.isArray(answer) ? answer.join(',') : String(answer)
    const told = question.read(text)
    if ('value' in told) return text
    // A choice among many is judged when all of it is made.
    log.error(told.wrong, terminal)
  }
}

const prompt = ({ asks: message, choices, isMany, read }: Question, usual: string, terminal: Terminal) => {
  const wrong = (value: string): string | undefined => {
    const told = read(value)
    return 'wrong' in told ? told.wrong : undefined
  }
  if (choices === undefined) {
    return text({
      message,
      defaultValue: usual,
      placeholder: usual,
      validate: (value) => wrong(value || usual),
      ...terminal,
    })
  }
  const options = Object.entries(choices).map(([value, hint]) => ({ value, label: value, hint }))
  return isMany
    ? multiselect({ message, options, initialValues: usual.split(','), required: true, ...terminal })
    : select({ message, options, initialValue: usual, ...terminal })
}
