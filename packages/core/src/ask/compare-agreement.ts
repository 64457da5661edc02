import type { ComparedText } from '../ceasefire/index.ts'
import { compareText } from '../ceasefire/index.ts'
import { agreementJson } from '../report/ceasefire/agreement-json.ts'
import type { AgreementDocument } from '../report/ceasefire/agreement-shape.ts'
import { frozen } from './freeze.ts'

/** What an agreement answers, and the document it is printed and sent as. */
export interface AgreementAnswer {
  readonly question: 'ceasefire compare'
  readonly result: ComparedText
  readonly document: () => AgreementDocument
}

/** There is nothing to compare. */
export class NoAgreement extends Error {
  constructor(what: string) {
    super(what)
    this.name = 'NoAgreement'
  }
}

/** Longer than any agreement: what is longer is something else. */
const MOST_LETTERS = 5_000_000

/** Asks the text of an agreement what every ceasefire text is asked. Throws `NoAgreement`. */
export function askAgreement(text: string, name: string): AgreementAnswer {
  if (text.includes('\u0000'))
    throw new NoAgreement('it is no text: save the agreement as .txt, .md or .docx')
  if (text.trim() === '') throw new NoAgreement('there is no text in it')
  if (text.length > MOST_LETTERS) throw new NoAgreement('it is longer than 5 million letters')
  const result = compareText(text)
  return frozen({
    question: 'ceasefire compare',
    result,
    document: () => agreementJson(result, name)
  })
}
