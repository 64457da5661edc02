import type { Case } from '../../model/case.ts'
import type { Act } from '../../model/conduct.ts'
import { textIn } from '../../model/package.ts'
import type { ClaimOfBelligerent } from '../../strategy/claims.ts'
import { timeOf } from '../../strategy/climbing.ts'
import type { SchoolAnswer } from '../../strategy/law/answers.ts'
import type { Axis, LegalSource, LegalVerdict } from '../../strategy/law/schools.ts'
import { LEGAL_SOURCES } from '../../strategy/law/schools.ts'
import type { ChangedAnswer, Neutrality, ThirdState } from '../../strategy/neutrality.ts'
import type { Block } from '../blocks.ts'
import { heading, list, paragraph } from '../blocks.ts'
import type { Words } from '../words/index.ts'
import { capital, nameOf, namesOf, redlineWords } from '../words/index.ts'

/** That schools differ, and about whom. */
export const neutralityHeadline = (
  own: Words,
  source: Case,
  { thirds }: Neutrality
): readonly string[] => {
  const parties = [...new Set(thirds.map(({ party }) => party))]
  return parties.length > 0
    ? [own.say('strategy.neutrality.short', { thirds: namesOf(own, source, parties) })]
    : []
}

/** What one school says of a third state from a date on. */
export interface LawChangeTold {
  readonly date: string
  readonly axis: Axis
  readonly school: string
  readonly to: string
  /** What it said before, where it said anything. */
  readonly from: string | undefined
}

/** What is said of third states beside the table. */
export interface NeutralityTold {
  /** By third state and belligerent, in their order: every change, in the order of dates. */
  readonly thirds: readonly (readonly LawChangeTold[])[]
  /** By act, in their order: what each school says, how sure that is, and from what. */
  readonly acts: readonly (readonly string[])[]
  /** What belligerents claim, which is counted nowhere. */
  readonly claims: readonly string[]
}

/** The answers with their sources, and the claims, in the orders they have in the result. */
export const neutralityTold = (
  own: Words,
  source: Case,
  { acts, thirds, claims }: Neutrality
): NeutralityTold => ({
  thirds: thirds.map(({ days }) =>
    days.flatMap(({ date, changes }) =>
      changes.map(({ axis, school, from, to }) => ({
        date,
        axis,
        school: own.say(`strategy.law.school.${school}`),
        to: saysWords(own, to),
        from: from && saysWords(own, from)
      }))
    )
  ),
  acts: acts.map(({ answers }) => answers.map((answer) => answerWords(own, answer))),
  claims: claims.map((claim) => claimWords(own, source, claim))
})

/** What schools say of each act, what changed when, and what belligerents claim. */
export function neutralityBlocks(own: Words, source: Case, about: Neutrality): readonly Block[] {
  const { say } = own
  const { acts, thirds, claims, aside } = about
  return [
    heading(2, say('strategy.neutrality')),
    paragraph(say('strategy.neutrality.lead')),
    ...(thirds.length > 0
      ? [heading(3, say('strategy.law.when')), paragraph(say('strategy.law.when.lead'))]
      : []),
    ...thirds.flatMap((third) => thirdBlocks(own, source, third)),
    ...(claims.length > 0
      ? [
          heading(3, say('strategy.law.claims')),
          paragraph(say('strategy.law.claims.lead')),
          list(claims.map((claim) => claimWords(own, source, claim)))
        ]
      : []),
    ...(aside.length > 0
      ? [
          paragraph(
            say('strategy.law.aside', {
              acts: own.list(
                aside.map((act) => say('strategy.law.aside.one', actSaid(source, act)))
              )
            })
          )
        ]
      : []),
    ...(acts.length > 0 ? [heading(3, say('strategy.law.acts'))] : []),
    ...acts.flatMap(({ act, answers }) => [
      paragraph(`${act}:`),
      answers.length > 0
        ? list(answers.map((answer) => answerWords(own, answer)))
        : list([say('strategy.law.silent')])
    ])
  ]
}

function thirdBlocks(own: Words, source: Case, third: ThirdState): readonly Block[] {
  const { say } = own
  const { party, toward, noState, days, undated } = third
  const said = days.map(({ date, acts, changes }) => {
    const named = { date, acts: own.list(acts.map((act) => actWords(own, act))) }
    return changes.length > 0
      ? say('strategy.law.day', {
          ...named,
          changes: changesSaid(own, changes)
        })
      : say('strategy.law.day.none', named)
  })
  return [
    paragraph(
      `${say('strategy.law.toward', {
        party: nameOf(source, party),
        toward: nameOf(source, toward)
      })}:`
    ),
    list([
      ...said,
      ...(undated.length > 0
        ? [
            say('strategy.law.undated', {
              acts: own.list(undated.map((act) => actWords(own, act)))
            })
          ]
        : [])
    ]),
    ...(noState.length > 0
      ? [paragraph(say('strategy.law.no-state', { parties: namesOf(own, source, noState) }))]
      : [])
  ]
}

const actWords = ({ say }: Words, { act, source }: Act): string =>
  say('strategy.law.act', { act, source: source ?? say('strategy.law.unsourced') })

/** Question by question, each named once. */
function changesSaid(own: Words, changes: readonly ChangedAnswer[]): string {
  const axes = [...new Set(changes.map(({ axis }) => axis))]
  return axes
    .map((axis) =>
      own.say('strategy.law.on-axis', {
        axis: own.say(`strategy.law.axis.${axis}`),
        answers: changes
          .filter((one) => one.axis === axis)
          .map((one) => changeSaid(own, one))
          .join('; ')
      })
    )
    .join('. ')
}

function changeSaid(own: Words, { school, from, to }: ChangedAnswer): string {
  const { say } = own
  const said = { school: say(`strategy.law.school.${school}`), to: saysWords(own, to) }
  return from
    ? say('strategy.law.changes', { ...said, from: saysWords(own, from) })
    : say('strategy.law.begins', said)
}

function answerWords(own: Words, answer: SchoolAnswer): string {
  const { say } = own
  const { axis, school, confidence, how, sources, place } = answer
  const [first = '', ...others] = sources.map((id) => sourceWords(own, LEGAL_SOURCES[id]))
  const placed = place === undefined ? first : say('strategy.law.place', { source: first, place })
  return say('strategy.law.answer', {
    axis: say(`strategy.law.axis.${axis}`),
    school: say(`strategy.law.school.${school}`),
    says: saysWords(own, answer),
    confidence: say(`strategy.law.sure.${confidence}`),
    how: say(`strategy.law.how.${how}`),
    sources: [placed, ...others].join('; ')
  })
}

const sourceWords = ({ say }: Words, { title, date }: LegalSource): string =>
  date === undefined ? title : say('strategy.law.source', { title, date })

function saysWords(own: Words, { axis, verdict, if: hinge, otherwise }: SchoolAnswer): string {
  const said = verdictWords(own, axis, verdict)
  if (hinge === undefined || otherwise === undefined) return said
  return own.say('strategy.law.if', {
    verdict: said,
    hinge: own.say(`strategy.law.hinge.${hinge}`),
    otherwise: verdictWords(own, axis, otherwise)
  })
}

const verdictWords = ({ say }: Words, axis: Axis, verdict: LegalVerdict): string =>
  axis === 'party' && verdict === 'permitted'
    ? say('strategy.law.no-party')
    : say(`strategy.law.${verdict}`)

function claimWords(own: Words, source: Case, claim: ClaimOfBelligerent): string {
  const { say, language } = own
  const claimant = nameOf(source, claim.claimant)
  const from = (id: string | undefined): string => id ?? say('strategy.law.unsourced')
  if (claim.kind === 'redline') {
    const { by = '', act = '' } = claim.redline.conduct ?? {}
    return say('strategy.law.claim.redline', {
      claimant,
      source: from(claim.redline.source),
      says: redlineWords(own, claim.redline),
      by: nameOf(source, by),
      act
    })
  }
  if (claim.kind === 'act')
    return say('strategy.law.claim.act', {
      claimant,
      source: from(claim.act.source),
      ...actSaid(source, claim.act)
    })
  const { signal } = claim
  return say('strategy.law.claim.signal', {
    claimant,
    date: timeOf(signal),
    source: from(signal.source),
    says: capital(signal.text === undefined ? signal.kind : textIn(signal.text, language))
  })
}

const actSaid = (
  source: Case,
  { by, toward, act }: Act
): { by: string; toward: string; act: string } => ({
  by: nameOf(source, by),
  toward: nameOf(source, toward),
  act
})
