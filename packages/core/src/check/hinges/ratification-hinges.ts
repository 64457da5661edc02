import type { Judgement } from '../../model/judgement.ts'
import { effectsOf } from '../../worth/effects.ts'
import { Judge } from '../../worth/judge.ts'
import { judgementsOfBody, judgementsOfVetoes } from '../../worth/judgements.ts'
import { endOf, stagesOf } from '../../worth/offers.ts'
import { keysOf } from '../../worth/ratification.ts'
import { keysOfVetoes, vetoesRead } from '../../worth/vetoes.ts'
import type { Hinge } from '../check-result.ts'
import { endsOf, heldAt } from './branches.ts'
import type { HingeContext } from './hinge-context.ts'
import { acceptance, productOfOthers, verdictUnder } from './hinge-context.ts'
import { hingeOf } from './judgement-hinges.ts'

/** Shares a body needs, shares in favour where no poll speaks, and chances of vetoes, held at their ends. */
export function* bodyHinges(party: string, context: HingeContext): Generator<Hinge> {
  const { judge, judged, means } = context
  const { offers } = judged
  const end = endOf(stagesOf(offers))
  const judgements = judge.stance(party).ratification.flatMap((body) => {
    const other = body.effects.filter((one) => !effectsOf(body, end).includes(one))
    const read = new Set(keysOfVetoes(vetoesRead(body, end)))
    const unread = judgementsOfVetoes(body).filter(({ key }) => !read.has(key))
    const mute = new Set([...keysOf(other), ...unread.map(({ key }) => key)])
    return judgementsOfBody(body).filter(({ key }) => !mute.has(key))
  })
  for (const judgement of judgements) {
    for (const end of endsOf(judgement, judge.source)) {
      const held = heldAt(judgement, end, { judge, into: context.held })
      const column = (asked: Judgement): ReturnType<Judge['sampler']['column']> =>
        asked.key === judgement.key ? held : judge.sampler.column(asked)
      const other = new Judge(judge.source, { ...judge.sampler, column })
      const { own, joint } = acceptance(judge.gain(party, offers), {
        consent: other.consent(party, stagesOf(offers)),
        others: productOfOthers(party, context)
      })
      const verdict = verdictUnder(context, { joint, means: new Map([...means, [party, own]]) })
      yield { ...hingeOf(judgement, end), party, p: joint, verdict }
    }
  }
}

/**
 * Each poll read alone wherever it speaks; each veto player left out; one party's ratification left
 * out; and, where several parties ratify, everybody's.
 */
export function* pollHinges(context: HingeContext): Generator<Hinge> {
  const { judged, judge } = context
  const ratifying = [...judged.parties].filter(
    ([party, { ratified }]) => judged.required.includes(party) && ratified.bodies.length > 0
  )
  const told = new Set<string>()
  for (const [party, { ratified }] of ratifying) {
    for (const [poll, { joint, verdict }] of ratified.polls) {
      if (told.has(poll)) continue
      told.add(poll)
      const at = judge.source.polls.get(poll)?.at ?? ''
      yield { key: `polls.${poll}`, at, party, kind: 'poll', set: 'alone', p: joint, verdict }
    }
    for (const { body, id, at, joint, verdict } of ratified.vetoes) {
      const key = `stances.${party}.ratification.${body.id}.veto.${id}`
      yield { key, at, party, kind: 'poll', set: 'left out', p: joint, verdict }
    }
    const { joint, verdict } = ratified.without
    yield { ...leftOut(party), p: joint, verdict }
  }
  const { joint, verdict } = judged.unratified
  if (ratifying.length > 1) yield { ...leftOut(), p: joint, verdict }
}

/** Ratification left out, in one party or in all. */
const leftOut = (party?: string): Pick<Hinge, 'key' | 'at' | 'party' | 'kind' | 'set'> => ({
  key: party === undefined ? 'ratification' : `stances.${party}.ratification`,
  at: party === undefined ? 'stances' : `stances/${party}/ratification`,
  party,
  kind: 'poll',
  set: 'left out'
})
