import { cancel, intro, isCancel, multiselect, select, text } from '@clack/prompts'
import { type Question, questionNames, questions, type Surroundings, type Texts } from '../new/questions.ts'

/** Asks in the terminal for every answer that was not given. Undefined when somebody breaks off. */
export const askAnswers = async (given: Texts, surroundings: Surroundings): Promise<Texts | undefined> => {
  intro(`A repository in ${surroundings.name}`)
  let texts: Texts = {}
  for (const name of questionNames) {
    const answer = given[name] ?? (await ask(questions[name], questions[name].usually(texts, surroundings)))
    if (answer === undefined) {
      cancel('Nothing was made.')
      return undefined
    }
    texts = { ...texts, [name]: answer }
  }
  return texts
}

const ask = async (question: Question, usual: string): Promise<string | undefined> => {
  const answer = await prompt(question, usual)
  if (isCancel(answer)) return undefined
  return Array.isArray(answer) ? answer.join(',') : String(answer)
}

const prompt = ({ asks: message, choices, isMany, read }: Question, usual: string) => {
  const wrong = (value: string): string | undefined => {
    const told = read(value)
    return 'wrong' in told ? told.wrong : undefined
  }
  if (choices === undefined) {
    return text({ message, defaultValue: usual, placeholder: usual, validate: (value) => wrong(value || usual) })
  }
  const options = Object.entries(choices).map(([value, hint]) => ({ value, label: value, hint }))
  return isMany
    ? multiselect({ message, options, initialValues: usual.split(','), required: true })
    : select({ message, options, initialValue: usual })
}
