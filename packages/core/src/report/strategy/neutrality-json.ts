import type { z } from 'zod'
import type { Act } from '../../model/conduct.ts'
import type { ClaimOfBelligerent } from '../../strategy/claims.ts'
import type { SchoolAnswer } from '../../strategy/law/answers.ts'
import type { LegalSource } from '../../strategy/law/schools.ts'
import { LEGAL_SOURCES } from '../../strategy/law/schools.ts'
import type { Neutrality } from '../../strategy/neutrality.ts'
import type { neutralityShape } from './neutrality-shape.ts'

type NeutralityDocument = z.infer<typeof neutralityShape>

/** What schools say of third states' acts, as it is printed and sent. */
export function neutralityJson({ acts, thirds, claims, aside }: Neutrality): NeutralityDocument {
  return {
    acts: acts.map(({ act, answers }) => ({ act, answers: answers.map(answerJson) })),
    thirds: thirds.map(({ party, toward, noState, days, undated }) => ({
      party,
      toward,
      noState: [...noState],
      days: days.map(({ date, acts: begun, changes }) => ({
        date,
        acts: begun.map(actJson),
        changes: changes.map(({ from, to }) => ({
          from: from ? answerJson(from) : null,
          to: answerJson(to)
        }))
      })),
      undated: undated.map(actJson)
    })),
    claims: claims.map(claimJson),
    aside: aside.map(actJson)
  }
}

const actJson = ({ by, toward, act, source }: Act): NeutralityDocument['aside'][number] => ({
  by,
  toward,
  act,
  source: source ?? null
})

type AnswerDocument = NeutralityDocument['acts'][number]['answers'][number]

const answerJson = ({
  if: hinge,
  otherwise,
  place,
  sources,
  ...answer
}: SchoolAnswer): AnswerDocument => ({
  ...answer,
  if: hinge ?? null,
  otherwise: otherwise ?? null,
  sources: sources.map((id) => {
    const { title, date }: LegalSource = LEGAL_SOURCES[id]
    return date === undefined ? title : `${title} (${date})`
  }),
  place: place ?? null
})

function claimJson(claim: ClaimOfBelligerent): NeutralityDocument['claims'][number] {
  const { kind, claimant } = claim
  const said =
    claim.kind === 'redline' ? claim.redline : claim.kind === 'signal' ? claim.signal : claim.act
  return { kind, claimant, source: said.source ?? null, at: said.at }
}
