import type { AnswerState, ComparedText } from '../../ceasefire/compare-text.ts'
import { documentHead } from '../check-json.ts'
import { words } from '../words/index.ts'
import type { AgreementDocument } from './agreement-shape.ts'

/** The document of `ceasefire compare --format json`. */
export function agreementJson(compared: ComparedText, name: string): AgreementDocument {
  const told = words()
  const { questions, figures, lines } = compared
  const count = (state: AnswerState): number =>
    questions.filter((question) => question.state === state).length
  return {
    ...documentHead('ceasefire compare'),
    findings: [],
    text: { name, lines },
    method: told.say('agreement.method'),
    counts: { answered: count('answered'), unclear: count('unclear'), absent: count('absent') },
    questions: questions.map(({ rule, state, parts }) => ({
      rule,
      question: told.say(`agreement.asks.${rule}`),
      state,
      parts
    })),
    figures: figures.map(({ value, zone, ...figure }) => ({
      ...figure,
      value: value ?? null,
      zone: zone ?? null
    }))
  }
}
