import type { ProposalResult } from '../../check/result.ts'
import type { Case } from '../../model/case.ts'
import { textIn } from '../../model/package.ts'
import { CUTS } from '../../worth/conventions.ts'
import { isWorse } from '../../worth/verdict.ts'
import type { Block } from '../blocks.ts'
import { heading, list, paragraph, table } from '../blocks.ts'
import { chance, listed, nameOf } from '../words.ts'
import { namedStates } from './holds.ts'
import type { Material } from './material.ts'
import { capital, titleOf, verdictText, walkerText } from './words.ts'

/**
 * Title, view and day; then what the briefing comes to: a paragraph, the verdicts, and who walks
 * and why, a line each.
 */
export function opening(material: Material): readonly Block[] {
  const { source, check, deals } = material
  const view = source.view ? `${capital(textIn(source.view))}. ` : ''
  return [
    heading(1, textIn(source.title)),
    paragraph(`${view}As of ${source.asOf}.`),
    heading(2, 'Summary'),
    paragraph(summary(material)),
    ...(check.proposals.length === 0
      ? []
      : [verdicts(source, check.proposals), list(check.proposals.map((one) => line(source, one)))]),
    ...(deals && check.proposals.length > 0 ? [paragraph(READING)] : []),
    paragraph(
      "Everything here holds under this case's judgements, which are its authors' own unless it says otherwise. It says what follows from them, not what will happen."
    )
  ]
}

function summary({ source, check, deals, stability }: Material): string {
  const held = namedStates(stability ? { stability } : {})
  if (check.proposals.length === 0) return `There is no proposal to judge. ${held}`.trim()
  const best = check.proposals.reduce((a, b) =>
    isWorse(a.verdict, b.verdict) || (a.verdict === b.verdict && a.joint.p < b.joint.p) ? b : a
  )
  return [
    `${counted(check.proposals)} ${bestText(source, best, check.proposals.length)}`,
    room(deals),
    held
  ]
    .filter((text) => text !== '')
    .join(' ')
}

function counted(proposals: readonly ProposalResult[]): string {
  const dead = proposals.filter(({ verdict }) => verdict === 'dead-on-arrival').length
  const passing = proposals.filter(
    ({ verdict }) => verdict === 'likely' || verdict === 'robust'
  ).length
  const judged =
    proposals.length === 1 ? 'One proposal is judged.' : `${proposals.length} proposals are judged.`
  const some = (n: number): string =>
    n === 0
      ? 'none'
      : n === proposals.length
        ? n === 1
          ? 'it'
          : 'all'
        : n === 1
          ? 'one'
          : String(n)
  const verb = (n: number): string => (n === 1 || n === 0 ? 'is' : 'are')
  return `${judged} ${capital(some(passing))} ${verb(passing)} likely to be accepted by everybody whose consent is needed${dead > 0 ? `; ${some(dead)} ${verb(dead)} dead on arrival` : ''}.`
}

function bestText(source: Case, best: ProposalResult, of: number): string {
  const lead =
    of === 1 ? 'It' : `\u201c${titleOf(source, best.proposal.id)}\u201d has the best chance: it`
  return `${lead} is ${verdictText(best)}, ${chance(best.joint.p)}.`
}

/** Whether there is anything to agree about at all. */
function room(deals: Material['deals']): string {
  if (!deals) return ''
  if (deals.packages.admissible === 0n)
    return 'No package respects every redline of firmness 0.5 and more.'
  const names = listed(deals.space.parties.map((party) => nameOf(deals.source, party)))
  return deals.solved.ideal
    ? `There are packages within the redlines that leave ${names} at least as well off as no deal.`
    : `No package within the redlines leaves ${names} all at least as well off as no deal.`
}

function verdicts(source: Case, proposals: readonly ProposalResult[]): Block {
  return table(
    ['proposal', 'verdict', 'chance that all accept', 'walk'],
    proposals.map((proposal) => [
      titleOf(source, proposal.proposal.id),
      verdictText(proposal),
      chance(proposal.joint.p),
      proposal.walkers.map(({ party }) => nameOf(source, party)).join(', ') || 'nobody'
    ])
  )
}

function line(source: Case, proposal: ProposalResult): string {
  const { walkers, required, capped, brokenRules } = proposal
  const why = [
    ...walkers.map((walker) => walkerText(source, walker)),
    ...(brokenRules.length > 0 ? ['the case itself calls this package senseless'] : []),
    ...(capped ? ['another way to fill what it leaves open crosses a firm redline'] : [])
  ]
  const nobody =
    required.length === 0
      ? "nobody's consent is required"
      : 'no party whose consent is needed would probably walk'
  return `${titleOf(source, proposal.proposal.id)}: ${why.length > 0 ? why.join('; ') : nobody}.`
}

/** What the columns of the proposals' tables mean. */
const READING =
  'In the tables below a gain is counted in points over no deal, at central judgements, on a scale where 0 is the worst for the party on every issue and 100 the best on every issue. Worst to best: the least and the greatest gain under any reading of the ranges. Not worse off: in what share of the draws the party does not lose by the package against no deal.'

/** What verdicts mean, with the numbers they begin at. */
export const SCALE = `Verdicts go by the chance that everybody needed accepts: unlikely below ${CUTS.contested}, contested to ${CUTS.likely}, likely to ${CUTS.robust}, robust from there. A proposal is dead on arrival where some party whose consent is needed has a chance of ${CUTS.dead} or less, or where it crosses a redline of firmness ${CUTS.firm} or more. These limits are conventions.`
