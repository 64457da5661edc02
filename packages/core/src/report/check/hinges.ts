import type { ProposalResult } from '../../check/check-result.ts'
import type { Rich } from '../words/index.ts'
import { chance, joined, verdictMark } from '../words/index.ts'
import type { CheckReported } from './about.ts'

/** How many are told. */
const TOLD = 6

/** The judgements at whose ends the verdict turns, by their keys. */
export function hingeLines({ words }: CheckReported, { hangsOn, verdict }: ProposalResult): Rich {
  const judged = hangsOn.filter(({ kind }) => kind !== 'poll')
  if (judged.length === 0) {
    const read = hangsOn.length > 0 ? 'hinge.none.polls' : 'hinge.none'
    return words.say(verdict === 'dead-on-arrival' ? `${read}.dead` : read)
  }
  const more = judged.length - TOLD
  return joined(
    [
      ...judged.slice(0, TOLD).map(({ key, set, verdict: other, p }) =>
        words.rich('hinge', {
          judgement: key.replace(/^stances\./, ''),
          end: set,
          verdict: [verdictMark(words, other)],
          chance: chance(p)
        })
      ),
      ...(more > 0 ? [words.say('hinge.more', { n: more })] : [])
    ],
    '\n'
  )
}
