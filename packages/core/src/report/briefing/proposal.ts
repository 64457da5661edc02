import type { PartyResult, ProposalResult } from '../../check/result.ts'
import type { Case, Proposal } from '../../model/case.ts'
import { textIn } from '../../model/package.ts'
import type { Block } from '../blocks.ts'
import { heading, list, paragraph, table } from '../blocks.ts'
import { chance, listed, nameOf, points } from '../words.ts'
import { betterForAll } from './better.ts'
import { hinges } from './hinges.ts'
import { holdLines } from './holds.ts'
import type { Material } from './material.ts'
import { repairLines } from './repairs.ts'
import { between, cited, groundText, issueTitle, settled, titleOf, verdictText } from './words.ts'

/**
 * One proposal: its verdict, who accepts, what it crosses, who walks, what it hangs on, what to do,
 * and whether it would hold.
 */
export function proposalBlocks(material: Material, proposal: ProposalResult): readonly Block[] {
  const { source } = material
  const { id } = proposal.proposal
  return [
    heading(2, titleOf(source, id)),
    paragraph(
      `Verdict: ${verdictText(proposal)}. ${jointText(proposal)}${byWhom(source, proposal.proposal)}`
    ),
    ...partyTable(material, proposal),
    ...told('Who walks', walkers(material, proposal)),
    ...told('Redlines crossed', crossings(material, proposal)),
    ...told('What it leaves open', openLines(material, proposal)),
    ...told('Ratification', ratification(material, proposal)),
    ...told('What it hangs on', hinges(material, proposal)),
    ...told('Repairs', repairLines(source, proposal)),
    ...betterForAll(material, id),
    ...told('Would it hold?', holdLines(material, proposal))
  ]
}

/**
 * A heading with what there is to say under it: one line as a paragraph, several as a list; none
 * leaves out both.
 */
const told = (title: string, lines: readonly string[]): readonly Block[] =>
  lines.length === 0
    ? []
    : [heading(3, title), lines.length === 1 ? paragraph(lines[0] ?? '') : list(lines)]

function byWhom({ sources }: Case, found: Proposal): string {
  if (!found.by) return ''
  const date = found.date ? `, ${found.date}` : ''
  return sources.get(found.by)?.kind === 'assumption'
    ? ` Its terms are assumed${date}.`
    : ` From [${found.by}]${date}.`
}

function jointText({ joint, required }: ProposalResult): string {
  if (required.length === 0) return "Nobody's consent is required."
  const error = joint.standardError < 0.0005 ? '' : ` \u00b1 ${joint.standardError.toFixed(3)}`
  const [low, high] = joint.bounds.map(chance)
  const bounds =
    low === high
      ? ''
      : `, and between ${low} and ${high} however the parties' answers hang together`
  const who =
    required.length === 1
      ? 'The one party whose consent is needed'
      : 'Everybody whose consent is needed'
  return `${who} accepts with chance ${chance(joint.p)}${error}${bounds}.`
}

function partyTable({ source }: Material, { parties, required }: ProposalResult): readonly Block[] {
  const speaking = [...parties.values()].filter(
    ({ party, gain, crossed }) => required.includes(party) || gain || crossed.length > 0
  )
  if (speaking.length === 0) return []
  const gained = speaking.some(({ gain }) => gain)
  const rows = speaking.map((result) => [
    `${nameOf(source, result.party)}${required.includes(result.party) ? '' : ' *'}`,
    chance(result.accepts.p),
    ...(gained ? gainCells(result) : []),
    String(result.crossed.length)
  ])
  const head = [
    'party',
    'accepts',
    ...(gained ? ['gain', 'worst to best', 'not worse off'] : []),
    'redlines crossed'
  ]
  const free = speaking.some(({ party }) => !required.includes(party))
  return [
    table(head, rows),
    ...(free ? [paragraph('* Its consent is not needed for this package.')] : [])
  ]
}

const gainCells = ({ gain }: PartyResult): readonly string[] =>
  gain
    ? [points(gain.central), between(points(gain.low), points(gain.high)), chance(gain.gains)]
    : ['not known', '', '']

function walkers({ source }: Material, { walkers: walking }: ProposalResult): readonly string[] {
  if (walking.length === 0) return ['Nobody whose consent is needed would probably walk.']
  return walking.map((walker) => {
    const verb = walker.verdict === 'dead-on-arrival' ? 'walks' : 'would probably walk'
    const grounds = [walker, ...walker.grounds].map(groundText)
    return `${nameOf(source, walker.party)} ${verb}: ${grounds.join('; ')}.`
  })
}

/** Every crossed redline, also of parties that stay, with the source that says it is one. */
function crossings({ source }: Material, { parties }: ProposalResult): readonly string[] {
  const lines = [...parties.values()].flatMap(({ party, crossed }) =>
    crossed.map(({ redline, firmness, certain }) => {
      const { id, says, source: from, assumed } = redline
      const words = says ? `\u201c${textIn(says)}\u201d (${id})` : id
      const range = firmness.low === firmness.high ? '' : ` (${firmness.low} to ${firmness.high})`
      return `${nameOf(source, party)}: ${words}, firmness ${firmness.central.toFixed(2)}${range}${certain ? '' : ', under some scenarios only'}${from ? cited([from]) : ''}${assumed ? ', assumed' : ''}`
    })
  )
  return lines.length > 0 ? lines : ['None.']
}

function openLines({ source }: Material, { open }: ProposalResult): readonly string[] {
  if (!open) return []
  const titled = open.issues.map((issue) => issueTitle(source, issue))
  return [
    `${listed(titled)}. Judged at the best way to fill them in.`,
    `Best: ${settled(source, open.best.terms)}: ${verdictText(open.best)}, ${chance(open.best.joint.p)}.`,
    `Worst: ${settled(source, open.worst.terms)}: ${verdictText(open.worst)}, ${chance(open.worst.joint.p)}.`,
    ...(open.exact
      ? []
      : ['The search was stopped by its limit: these are the best and the worst it found.'])
  ]
}

function ratification(
  { source }: Material,
  { parties, required }: ProposalResult
): readonly string[] {
  const judged = required
    .flatMap((party) => parties.get(party) ?? [])
    .filter(({ ratified }) => ratified.bodies.length > 0)
  const lines = judged.flatMap(({ party, ratified }) =>
    ratified.bodies.map(({ body, assessed, p, share, sigma, threshold }) => {
      const who = `${nameOf(source, party)}, ${body.id}`
      if (!assessed || share === null)
        return `${who}: not assessed, no poll speaks to this package.`
      const error =
        sigma === null
          ? 'the share is assumed, no poll speaks'
          : `standard error ${sigma.toFixed(3)}`
      return `${who}: accepts with chance ${chance(p)}; ${chance(share)} in favour where ${chance(threshold)} is needed (${error}).`
    })
  )
  const [first] = judged
  const without = first
    ? [
        `Without any ratification: ${verdictText(first.ratified.without)}, ${chance(first.ratified.without.joint)}.`
      ]
    : []
  return [...lines, ...without]
}
