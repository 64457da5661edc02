import type { Case } from '../../model/case.ts'
import type { StoppingWorth } from '../../strategy/incentives.ts'
import type { StagedGain, StagedTerms } from '../../strategy/staged.ts'
import type { Words } from '../words/index.ts'
import {
  inPercent,
  issueTitle,
  nameOf,
  namesOf,
  optionTitle,
  signed,
  titleOf
} from '../words/index.ts'

/** Who would let staged terms rest at their first stage; one line where nobody would. */
export function stagedLines(
  own: Words,
  source: Case,
  { id, staged }: StoppingWorth
): readonly string[] {
  const { say, list: listed } = own
  if (!staged) return []
  const about = {
    proposal: titleOf(own, source, id),
    terms: listed(
      staged.terms.map(({ issue, option, then }) =>
        say('strategy.staged.term', {
          issue: issueTitle(source, issue),
          first: optionTitle(own, source, [issue, option]),
          then: optionTitle(own, source, [issue, then])
        })
      )
    )
  }
  const stopping = staged.parties.filter(({ first, last }) => first > last)
  if (stopping.length === 0) return [say('strategy.staged.nobody', about)]
  return stopping.map((one) => {
    const said = say('strategy.staged', {
      ...about,
      party: nameOf(source, one.party),
      first: signed(one.first),
      last: signed(one.last),
      gain: one.stopping.central.toFixed(1),
      share: inPercent(one.stops.p),
      error: inPercent(one.stops.standardError)
    })
    return [said, ...answeredWords(own, one), ...takerWords(own, source, { staged, one })].join(' ')
  })
}

function answeredWords({ say }: Words, { answered }: StagedGain): readonly string[] {
  if (answered === undefined) return []
  return [
    say(answered > 0 ? 'strategy.staged.still' : 'strategy.staged.held', {
      points: Math.abs(answered).toFixed(1)
    })
  ]
}

/** Whose the later step is to take, where the case says so. */
function takerWords(
  own: Words,
  source: Case,
  { staged: { by }, one }: { readonly staged: StagedTerms; readonly one: StagedGain }
): readonly string[] {
  if (by.length === 0) return []
  if (by.includes(one.party)) return [own.say('strategy.staged.own')]
  return [own.say('strategy.staged.others', { parties: namesOf(own, source, by) })]
}
