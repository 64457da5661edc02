import type { ProposalResult, Repair } from '../../check/result.ts'
import type { Case } from '../../model/case.ts'
import { chance, listed, nameOf, points } from '../words.ts'
import { settled, verdictText } from './words.ts'

/** How many repairs are told. */
const TOLD = 3

/** The best repairs, a line each: what to change, what it comes to, who pays. */
export function repairLines(source: Case, { repairs, verdict }: ProposalResult): readonly string[] {
  const { list, total, complete, binding } = repairs
  if (list.length === 0) {
    if (verdict === 'robust') return []
    return [
      `None by changing three terms or fewer; in the way: ${binding ?? 'nothing that a term could change'}.`
    ]
  }
  const more =
    total > TOLD
      ? [`${complete ? '' : 'At least '}${total} repairs in all.`]
      : complete
        ? []
        : ['The search was stopped by its limit.']
  return [...list.slice(0, TOLD).map((repair) => repairText(source, repair)), ...more]
}

function repairText(source: Case, repair: Repair): string {
  const { changes, joint, hollow, becomes, unpolled, forcedBy, ifHalfAsFirm } = repair
  const bluff =
    forcedBy && ifHalfAsFirm !== null
      ? ` Were the redline ${forcedBy} half as firm, the proposal as it stands would have ${chance(ifHalfAsFirm)}.`
      : ''
  const polls =
    unpolled.length > 0
      ? ` No poll speaks to it in ${listed(unpolled.map((party) => nameOf(source, party)))}: the share is assumed.`
      : ''
  const empty = hollow ? ` It is hollow: the proposal becomes ${becomes}.` : ''
  return `${settled(source, changes)}: then ${verdictText(repair)}, ${chance(joint.p)}. ${payers(source, repair)}${bluff}${polls}${empty}`
}

/** Who pays and who receives, in points, greatest loss first. */
function payers(source: Case, { pays }: Repair): string {
  const moved = [...pays]
    .filter(([, change]) => Math.abs(change) >= 0.5)
    .sort((a, b) => a[1] - b[1])
  const named = (some: typeof moved): string =>
    listed(some.map(([party, change]) => `${nameOf(source, party)} (${points(change)})`))
  const [losing, gaining] = [
    moved.filter(([, change]) => change < 0),
    moved.filter(([, change]) => change > 0)
  ]
  const pay =
    losing.length > 0 ? `${named(losing)} ${losing.length > 1 ? 'pay' : 'pays'}` : 'Nobody pays'
  return `${pay}${gaining.length > 0 ? `; ${named(gaining)} ${gaining.length > 1 ? 'gain' : 'gains'}` : ''}.`
}
