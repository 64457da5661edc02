import { z } from 'zod'
import {
  ACTS,
  CADENCES,
  CHANNEL_KINDS,
  COMPLETIONS,
  DECISIONS,
  FORMATS,
  LINE_KINDS,
  MEETING_KINDS,
  RANKS,
  SEATS,
  SIGHTS,
  TRACK_KINDS,
  ZONE_KINDS
} from '../../model/closed-lists.ts'
import { when } from './anchor.ts'
import { byParty, ceasefire, line, parties, reason, weapon } from './ceasefire-shape.ts'
import { dayRange } from './day-range.ts'
import { judgement } from './judgement-leaf.ts'
import { packageTerms } from './option.ts'
import {
  amount,
  clock,
  date,
  dateOrInstant,
  dotted,
  duration,
  id,
  lonLatPair,
  ref,
  share,
  text,
  word,
  zone
} from './scalars.ts'

const chance = judgement(0, 1)
const points = judgement(-1000, 1000)

const rung = z.object({
  id,
  title: text,
  risk: chance,
  values: byParty(z.object({ win: points, yield: points, disaster: points })),
  ...reason
})
const signal = z.object({
  by: ref('party'),
  at: dateOrInstant,
  rung: ref('rung').optional(),
  kind: word,
  text: text.optional(),
  notified: z.object({ channel: ref('channel'), lead: duration.optional() }).optional(),
  ...reason
})
const escalation = z.object({
  sides: parties,
  ladder: z.union([z.array(rung), z.literal('kahn')]),
  signals: z.array(signal).optional(),
  ...reason
})

const conduct = z.object({
  by: ref('party'),
  toward: ref('party'),
  act: z.enum(ACTS),
  since: date().optional(),
  text: text.optional(),
  ...reason
})

const overture = z.object({
  id,
  by: ref('party'),
  text,
  to: ref('party'),
  welcomes: z.record(id, chance).optional(),
  'leak-cost': chance.optional(),
  tests: packageTerms.optional(),
  ...reason
})

const guarantee = z.object({
  by: ref('party'),
  of: word,
  chance,
  penalty: judgement(0, 1000),
  insurance: judgement(0, 1000).optional(),
  ...reason
})

const track = z.object({
  kind: z.union(TRACK_KINDS.map((kind) => z.literal(kind))),
  format: z.enum(FORMATS),
  title: text.optional(),
  seats: byParty(z.enum(SEATS)),
  sees: z.enum(SIGHTS).optional(),
  starts: when.optional(),
  ...reason
})

const lineOnMap = z.object({
  geometry: word.optional(),
  'as-of': date(),
  kind: z.enum(LINE_KINDS),
  title: text.optional(),
  'claimed-by': ref('party').optional(),
  sides: byParty(lonLatPair).optional(),
  ...reason
})

const withdrawal = z.object({
  id,
  title: text.optional(),
  weapon,
  measure: z.object({
    'zone-width-km': amount({ least: 0 }).optional(),
    'distance-from-line-km': amount({ least: 0 }).optional(),
    'band-km': z.tuple([amount({ least: 0 }), amount({ least: 0 })]).optional()
  }),
  baseline: byParty(line),
  zone: z.enum(ZONE_KINDS).optional(),
  ceiling: byParty(amount({ least: 0, whole: true })).optional(),
  tranches: z
    .array(
      z.object({
        count: amount({ least: 0, whole: true }),
        party: ref('party').optional(),
        by: when
      })
    )
    .optional(),
  starts: when,
  synchronised: z.boolean().optional(),
  ends: when.optional(),
  completion: z.enum(COMPLETIONS).optional(),
  storage: z
    .union([
      text,
      z.object({
        site: text,
        keys: text.optional(),
        inspections: z.enum(CADENCES).optional()
      })
    ])
    .optional(),
  'verified-by': parties.optional(),
  asymmetry: text.optional(),
  ...reason
})

const meeting = z.object({
  id,
  kind: z.enum(MEETING_KINDS),
  title: text.optional(),
  cadence: z.enum(CADENCES),
  at: clock(true),
  'rank-floor': z.enum(RANKS).optional(),
  quorum: byParty(amount({ least: 0, whole: true })).optional(),
  attend: byParty(z.enum(SEATS)).optional(),
  recess: z
    .object({ 'at-most-days': amount({ least: 0 }), 'recall-hours': amount({ least: 0 }) })
    .optional(),
  recesses: z.array(z.object({ days: dayRange, because: text.optional() })).optional(),
  place: text.optional(),
  minutes: z.array(word).optional(),
  'terms-of-reference': text.optional(),
  decides: z.enum(DECISIONS).optional(),
  deadlock: text.optional(),
  ...reason
})

const channel = z.object({
  id,
  title: text.optional(),
  ends: parties,
  'acknowledge-within': duration,
  'answer-within': duration.optional(),
  'line-check': z.array(clock(false)).optional(),
  kinds: z.array(z.enum(CHANNEL_KINDS)).optional(),
  zone: zone.optional(),
  'terms-of-reference': text.optional(),
  ...reason
})

const deliverable = z.object({
  id,
  by: ref('party'),
  to: ref('party').optional(),
  title: text.optional(),
  gives: packageTerms.optional(),
  with: z.array(ref('deliverable')).optional(),
  cost: byParty(points).optional(),
  stream: byParty(points).optional(),
  grab: byParty(points).optional(),
  'verified-by': parties.optional(),
  caught: chance.optional(),
  lasting: z.boolean().optional(),
  due: when.optional(),
  ...reason
})

const plan = z.object({
  period: duration,
  discount: byParty(chance),
  bond: byParty(judgement(0, 1000)).optional(),
  ...reason
})

const gateTests = {
  'violations-per-day': z
    .object({ 'at-most': amount({ least: 0 }), 'for-days': amount({ least: 1, whole: true }) })
    .optional(),
  verified: z.array(ref('withdrawal', 'deliverable')).optional(),
  meetings: z.object({ id: ref('meeting'), 'held-at-least': share }).optional(),
  gate: ref('gate').optional()
}
const gateTest = z.object(gateTests)
const gate = z.object({
  id,
  title: text.optional(),
  opens: dotted(
    ['track', 'track'],
    ['deliverable', 'deliverable'],
    ['withdrawal', 'withdrawal'],
    ['gate', 'gate']
  ).optional(),
  when: z.object({
    ...gateTests,
    any: z.array(gateTest).optional(),
    all: z.array(gateTest).optional()
  }),
  'decided-by': parties.optional(),
  'evidence-not-only-from': parties.optional(),
  ...reason
})

/** The keys of a case that say how a settlement is reached and kept. */
export const process = {
  escalation: escalation.optional(),
  conduct: z.array(conduct).optional(),
  overtures: z.array(overture).optional(),
  guarantees: z.array(guarantee).optional(),
  tracks: z.record(id, track).optional(),
  lines: z.record(id, lineOnMap).optional(),
  ceasefire: ceasefire.optional(),
  withdrawals: z.array(withdrawal).optional(),
  meetings: z.array(meeting).optional(),
  channels: z.array(channel).optional(),
  deliverables: z.array(deliverable).optional(),
  plan: plan.optional(),
  gates: z.array(gate).optional()
}
