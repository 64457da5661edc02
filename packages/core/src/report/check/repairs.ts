import type { ProposalResult, Repair } from '../../check/check-result.ts'
import type { Proposal } from '../../model/case.ts'
import type { Rich, Words } from '../words/index.ts'
import {
  chance,
  joined,
  nameOf,
  namesOf,
  points,
  termsInWords,
  verdictMark
} from '../words/index.ts'
import type { CheckReported } from './about.ts'

/** How many are told. */
const TOLD = 4

/** The best repairs, a line each: what to change, what it comes to, who pays. */
export function repairLines(about: CheckReported, proposal: ProposalResult): Rich {
  const { repairs, verdict } = proposal
  const { say } = about.words
  const { list: found, binding, complete } = repairs
  if (found.length === 0)
    return verdict === 'robust'
      ? ''
      : say(complete ? 'repair.none' : 'repair.none.limit', {
          binding: binding ?? say('repair.none.nothing')
        })
  return joined(
    [
      ...found.slice(0, TOLD).map((repair) => repairLine(about, repair, proposal)),
      ...untold(about.words, repairs, TOLD)
    ],
    '\n'
  )
}

/** Changed terms; a staged one that gives way to one of its own steps says so. */
export const changesInWords = (
  { say }: Words,
  changes: ReadonlyMap<string, string>,
  { terms }: Proposal
): string =>
  [...changes]
    .map(([issue, option]) => {
      const { option: first, then } = terms.get(issue) ?? {}
      if (then === undefined) return termsInWords(new Map([[issue, option]]))
      if (option === first) return say('repair.step.first', { issue, option })
      if (option === then) return say('repair.step.last', { issue, option })
      return termsInWords(new Map([[issue, option]]))
    })
    .join(', ')

/** That there are more repairs than are told, or may be; nothing where all are told. */
export function untold(
  { say }: Words,
  { total, complete }: ProposalResult['repairs'],
  told: number
): readonly string[] {
  if (total > told) return [say(complete ? 'repair.total' : 'repair.total.least', { total })]
  return complete ? [] : [say('repair.limit')]
}

function repairLine(
  { words, source }: CheckReported,
  repair: Repair,
  { proposal }: ProposalResult
): Rich {
  const { say } = words
  const { forcedBy, ifHalfAsFirm, unpolled, hollow, becomes } = repair
  const pays = [...repair.pays]
    .filter(([, change]) => Math.abs(change) >= 0.5)
    .sort((a, b) => a[1] - b[1])
    .map(([party, change]) => `${nameOf(source, party)} ${points(change)}`)
  const rest = [
    pays.length > 0 ? say('repair.points', { points: pays.join(', ') }) : say('repair.nobody'),
    ...(forcedBy && ifHalfAsFirm !== null
      ? [say('repair.bluff', { redline: forcedBy, chance: chance(ifHalfAsFirm) })]
      : []),
    ...(unpolled.length > 0
      ? [say('repair.unpolled', { parties: namesOf(words, source, unpolled) })]
      : []),
    ...(hollow ? [say('repair.hollow', { proposal: String(becomes) })] : [])
  ]
  return words.rich('repair', {
    changes: changesInWords(words, repair.changes, proposal),
    verdict: [verdictMark(words, repair.verdict)],
    chance: chance(repair.joint.p),
    rest: rest.join('; ')
  })
}
