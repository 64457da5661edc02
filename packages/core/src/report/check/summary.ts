import type { ProposalResult } from '../../check/check-result.ts'
import { isWorse } from '../../worth/verdict.ts'
import type { Rich } from '../words/index.ts'
import { chance, joined, nameOf, orderInShort, verdictMark } from '../words/index.ts'
import type { CheckReported } from './about.ts'
import { groundWords } from './grounds.ts'
import { headline, namedWalkers } from './proposal-report.ts'
import { changesInWords } from './repairs.ts'

/** One line for a proposal: what, the strongest reason of whom it names, the best repair, whether it is carried out. */
export function summary(about: CheckReported, proposal: ProposalResult): Rich {
  const { words } = about
  return words.rich('summary.line', {
    proposal: proposal.proposal.id,
    verdict: [verdictMark(words, proposal.verdict)],
    rest: joined(
      [
        headline(about, proposal),
        ...open(about, proposal),
        ...reasons(about, proposal),
        ...repair(about, proposal),
        ...carried(about, proposal)
      ],
      ' '
    )
  })
}

function open({ words }: CheckReported, { open: left }: ProposalResult): readonly Rich[] {
  if (!left) return []
  return [
    words.rich('summary.open', {
      issues: left.issues.join(', '),
      best: [verdictMark(words, left.best.verdict)],
      bestChance: chance(left.best.joint.p),
      worst: [verdictMark(words, left.worst.verdict)],
      worstChance: chance(left.worst.joint.p)
    })
  ]
}

/** The strongest ground of each party that the headline names, and of nobody else. */
const reasons = ({ words, source }: CheckReported, proposal: ProposalResult): readonly Rich[] =>
  namedWalkers(proposal).map((walker) =>
    words.say('summary.reason', {
      party: nameOf(source, walker.party),
      ground: groundWords(words, walker)
    })
  )

/** The word repair is for what makes the verdict at least contested. */
function repair({ words }: CheckReported, { repairs, proposal }: ProposalResult): readonly Rich[] {
  const best = repairs.list.find(({ unpolled }) => unpolled.length === 0) ?? repairs.list[0]
  if (!best) return []
  const kind = isWorse(best.verdict, 'contested') ? 'summary.helps' : 'summary.repair'
  return [
    words.rich(best.unpolled.length > 0 ? `${kind}.unpolled` : kind, {
      changes: changesInWords(words, best.changes, proposal),
      verdict: [verdictMark(words, best.verdict)],
      chance: chance(best.joint.p)
    })
  ]
}

/** What would be signed may still not be carried out; of what would not be signed nobody asks. */
function carried(
  { words, source, orders }: CheckReported,
  { verdict, proposal }: ProposalResult
): readonly Rich[] {
  const kept = orders?.get(proposal.id)
  return kept && !isWorse(verdict, 'contested') ? [orderInShort(words, source, kept)] : []
}
