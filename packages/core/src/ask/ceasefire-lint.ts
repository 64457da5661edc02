import type { CeasefireReview } from '../ceasefire/index.ts'
import { gravest, reviewCeasefire } from '../ceasefire/index.ts'
import { sorted } from '../diagnostic/diagnostic.ts'
import { ceasefireLintJson } from '../report/ceasefire/lint-json.ts'
import type { CeasefireLintDocument } from '../report/ceasefire/lint-shape.ts'
import type { AboutCase, Given, Refused } from './answer.ts'
import { answered, refused, soundCase } from './answer.ts'

/** The text of a ceasefire, reviewed clause by clause. */
export type CeasefireLintAnswer = AboutCase<
  'ceasefire lint',
  CeasefireReview,
  CeasefireLintDocument
>

/** The case says nothing of a ceasefire. */
export class NoCeasefire extends Error {
  constructor() {
    super(
      'the case has no ceasefire: say under `ceasefire:` of what class it is and when it enters into force'
    )
    this.name = 'NoCeasefire'
  }
}

/** Reviews the ceasefire of a case. Throws `NoCeasefire` where it has none. */
export function askCeasefireLint(given: Given): CeasefireLintAnswer | Refused<'ceasefire lint'> {
  const source = soundCase(given)
  if (!source) return refused('ceasefire lint', given)
  const review = reviewCeasefire(source, given.spanOf)
  if (!review) throw new NoCeasefire()
  return answered('ceasefire lint', given, {
    source,
    findings: sorted([...given.diagnostics, ...gravest(review)]),
    result: review,
    methods: { clauses: { by: 'each question asked of the text', how: 'exact' } },
    json: (about) => ceasefireLintJson(review, about, given.files)
  })
}
