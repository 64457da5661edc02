import { z } from 'zod'
import {
  LEDGER_SIDES,
  PARTY_KINDS,
  POLL_FITS,
  REDLINE_STAGES,
  ROLES,
  SOURCE_KINDS,
  UNDECIDED
} from '../../model/closed-lists.ts'
import { when } from './anchor.ts'
import { condition } from './condition-leaf.ts'
import { graph } from './graph-shape.ts'
import { judgement } from './judgement-leaf.ts'
import { packageTerms } from './option.ts'
import { process } from './process-shape.ts'
import { proposalTerms } from './proposal-terms.ts'
import { amount, date, dotted, id, link, ref, share, text, word, zone } from './scalars.ts'

const role = z.enum(ROLES)
const points = judgement(0, 100)
const chance = judgement(0, 1)
const weight = judgement(0, Number.POSITIVE_INFINITY)
const evidence = {
  source: ref('source').optional(),
  numbers: numbersOf().optional(),
  because: text.optional()
}
const sourced = { ...evidence, source: ref('source') }

/** Whose figures: a source, or `authors` for the case's own. */
function numbersOf(): z.ZodType<string> {
  return z.union([z.literal('authors'), ref('source')])
}

const source = z.object({
  title: text,
  kind: z.enum(SOURCE_KINDS),
  author: text.optional(),
  date: date({ span: true }).optional(),
  url: link.optional(),
  side: ref('party').optional(),
  because: text.optional()
})

const party = z.object({
  name: text,
  kind: z.enum(PARTY_KINDS),
  role: z.union([role, z.array(role)]),
  clock: zone.optional(),
  capability: points.optional(),
  will: points.optional(),
  risk: points.optional(),
  ...evidence
})

const scenario = z.object({ title: text, p: chance, ...evidence })

const option = z.object({
  title: text,
  line: dotted(['lines', 'line']).optional(),
  guarantors: z.array(ref('party')).optional()
})

const issue = z.object({
  title: text,
  ordered: z.boolean().optional(),
  options: z.record(id, z.union([text, option])).optional(),
  divisible: z
    .object({
      unit: text.optional(),
      from: amount(),
      to: amount(),
      step: amount({ least: 0 }).optional()
    })
    .optional(),
  'if-silent': word.optional(),
  because: text.optional(),
  source: ref('source').optional()
})

const rule = z.object({
  never: condition('terms').optional(),
  must: condition('terms').optional(),
  ...evidence
})

const redline = z.object({
  id,
  never: condition('package').optional(),
  must: condition('package').optional(),
  conduct: z.object({ by: ref('party'), act: word }).optional(),
  says: text.optional(),
  firmness: chance,
  since: date().optional(),
  until: date().optional(),
  stage: z.enum(REDLINE_STAGES).optional(),
  ...sourced
})

const interest = z.object({ weight, values: z.record(word, points), ...sourced })

const base = z.union([
  judgement(-1000, 1000),
  z.object({ terms: packageTerms }),
  z.object({
    outcomes: z.array(
      z.object({
        p: chance,
        terms: packageTerms,
        because: text.optional(),
        source: ref('source').optional()
      })
    )
  })
])

const noDeal = z.object({
  base,
  ...sourced,
  ledger: z
    .array(
      z.object({
        id,
        title: text.optional(),
        toward: z.enum(LEDGER_SIDES),
        when: condition('terms').optional(),
        worth: judgement(0, Number.POSITIVE_INFINITY),
        ...evidence
      })
    )
    .optional()
})

const body = z.object({
  body: word,
  title: text.optional(),
  threshold: chance,
  support: z
    .array(
      z.object({
        when: condition('terms').optional(),
        poll: ref('poll'),
        answers: z.array(word),
        fit: z.enum(POLL_FITS).optional(),
        because: text.optional()
      })
    )
    .optional(),
  effects: z
    .record(ref('issue'), z.object({ points: z.record(word, judgement(-100, 100)), ...evidence }))
    .optional(),
  otherwise: chance.optional(),
  veto: z
    .array(
      z.object({
        id,
        title: text.optional(),
        chance: z.array(z.object({ when: condition('terms').optional(), chance, ...evidence })),
        ...evidence
      })
    )
    .optional(),
  ...evidence
})

const stance = z.object({
  defaults: z.object({ because: text.optional(), numbers: numbersOf().optional() }).optional(),
  redlines: z.array(redline).optional(),
  interests: z.record(ref('issue'), interest).optional(),
  'no-deal': noDeal.optional(),
  ratification: z.array(body).optional(),
  types: z
    .record(
      id,
      z.object({
        p: chance,
        changes: z.record(word, judgement(0, 100)).optional(),
        ...evidence
      })
    )
    .optional()
})

const poll = z.object({
  population: word,
  field: date({ span: true }),
  n: amount({ least: 1, whole: true }).optional(),
  question: text.optional(),
  answers: z.record(id, amount({ least: 0, most: 100 })),
  undecided: z.enum(UNDECIDED).optional(),
  house: share.optional(),
  drift: share.optional(),
  coverage: text.optional(),
  because: text.optional(),
  source: ref('source')
})

const proposal = z.object({
  title: text,
  by: ref('source', 'party').optional(),
  date: date().optional(),
  state: ref('state').optional(),
  terms: proposalTerms,
  because: text.optional(),
  source: ref('source').optional(),
  provisional: z
    .record(
      ref('issue'),
      z.object({ review: when, then: word.optional(), because: text.optional() })
    )
    .optional()
})

const requirement = z.union([
  ref('party'),
  z.object({ party: ref('party'), when: condition('terms').optional(), because: text.optional() })
])

/**
 * A whole case, version 1. The one definition behind the types, the validation and the JSON Schema.
 */
export const document = z.object({
  truce: z.literal(1),
  title: text,
  view: text.optional(),
  advocate: ref('source').optional(),
  'as-of': date(),
  required: z.array(requirement).optional(),
  sources: z.record(id, source),
  parties: z.record(id, party),
  scenarios: z.record(id, scenario).optional(),
  issues: z.record(id, issue).optional(),
  rules: z.array(rule).optional(),
  stances: z.record(ref('party'), stance).optional(),
  polls: z.record(id, poll).optional(),
  proposals: z.record(id, proposal).optional(),
  graph: graph.optional(),
  ...process
})

/** A case as written, its leaves read. */
export type Document = z.output<typeof document>
/** A stance as written. */
export type StanceDocument = z.output<typeof stance>
