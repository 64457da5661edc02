import type { PartyResult, ProposalResult, Walker } from '../../check/check-result.ts'
import { textIn } from '../../model/package.ts'
import { redlineId } from '../../worth/redlines.ts'
import type { Block } from '../blocks.ts'
import { facts, heading, paragraph, table } from '../blocks.ts'
import type { Mark, Rich, Words } from '../words/index.ts'
import { chance, nameOf, namesOf, orderWords, points, verdictMark } from '../words/index.ts'
import type { CheckReported } from './about.ts'
import { whyLines } from './grounds.ts'
import { hingeLines } from './hinges.ts'
import { holdLine, jointLine, openLines } from './joint.ts'
import { pollLines } from './polls.ts'
import { readingLines } from './readings.ts'
import { repairLines } from './repairs.ts'

/** A proposal in full: what is to be said of it as labelled lines, then party by party. */
export function proposalBlocks(
  about: CheckReported,
  proposal: ProposalResult
): readonly Block<Rich>[] {
  const { say } = about.words
  const { brokenRules } = proposal
  const verdict = verdictOnLine(about.words, verdictMark(about.words, proposal.verdict), proposal)
  return [
    heading<Rich>(
      2,
      about.words.rich('proposal.titled', { id: proposal.proposal.id, title: verdict })
    ),
    paragraph(titled(about, proposal)),
    facts<Rich>([
      [say('facts.readings'), readingLines(about, proposal, about.readings)],
      [say('facts.why'), whyLines(about, proposal)],
      [say('facts.joint'), jointLine(about, proposal)],
      [say('facts.hold'), holdLine(about, proposal)],
      [say('facts.order'), orderLines(about, proposal)],
      [say('facts.open'), openLines(about, proposal)],
      [
        say('facts.rules'),
        brokenRules.length > 0
          ? say('rules.broken', { rules: brokenRules.map(({ at }) => at).join(', ') })
          : ''
      ],
      [say('facts.polls'), pollLines(about, proposal)],
      [say('facts.hinges'), hingeLines(about, proposal)],
      [say('facts.repairs'), repairLines(about, proposal)]
    ]),
    ...partyTable(about, proposal)
  ]
}

/** Beside acceptance: whether some order of the steps is kept to by everybody. */
function orderLines(
  { words, source, orders }: CheckReported,
  { proposal }: ProposalResult
): string {
  const kept = orders?.get(proposal.id)
  return kept ? orderWords(words, source, kept).join('\n') : ''
}

/** A verdict, with a remark where more draws or another seed could turn it. */
export const verdictOnLine = (
  { rich }: Words,
  verdict: Mark,
  { onTheLine: near }: { readonly onTheLine: boolean }
): Rich => (near ? rich('verdict.line', { verdict: [verdict] }) : [verdict])

function titled(about: CheckReported, proposal: ProposalResult): string {
  const { say, language } = about.words
  return say('headline.titled', {
    title: textIn(proposal.proposal.title, language),
    headline: headline(about, proposal)
  })
}

/**
 * Whom the headline speaks of: the parties it dies with, else all that would probably walk. A reason
 * told beside it is one of theirs.
 */
export function namedWalkers({ walkers }: ProposalResult): readonly Walker[] {
  const dead = walkers.filter(isDead)
  return dead.length > 0 ? dead : walkers
}

/** Whether what kills a proposal for a party is redlines that only others say it holds. */
function diesOnAnothersWord({ grounds, ...strongest }: Walker): boolean {
  const fatal = [strongest, ...grounds].filter((ground) => ground.fatal)
  return fatal.length > 0 && fatal.every((ground) => ground.over === 'redline' && !ground.own)
}

const isDead = ({ verdict }: Walker): boolean => verdict === 'dead-on-arrival'

/** What it comes to, in a sentence. */
export function headline({ words, source }: CheckReported, proposal: ProposalResult): string {
  const { say, list } = words
  const { verdict, cappedBy, capped, unfilled, joint, open } = proposal
  const named = namedWalkers(proposal)
  const parties = namesOf(
    words,
    source,
    named.map(({ party }) => party)
  )
  if (named.some(isDead))
    return say(named.every(diesOnAnothersWord) ? 'headline.dies.another' : 'headline.dies', {
      parties
    })
  if (verdict === 'dead-on-arrival' && open?.keepsRules === false) return say('headline.rules')
  if (verdict === 'dead-on-arrival' && open && open.collision.length > 0)
    return say('headline.collision', { redlines: list(open.collision.map(redlineId)) })
  if (unfilled) return say('headline.unfilled')
  if (capped) return say('headline.capped', { redlines: list(cappedBy.map(redlineId)) })
  if (verdict === 'unlikely' && named.length === 0) return say('headline.together')
  if (named.length > 0) return say('headline.walk', { parties })
  return say(joint.p < 1 ? 'headline.nobody' : 'headline.sure')
}

function partyTable(
  { source, words: { say } }: CheckReported,
  { parties, required }: ProposalResult
): readonly Block[] {
  const speaking = [...parties.values()].filter(
    ({ party, gain, crossed }) => required.includes(party) || gain || crossed.length > 0
  )
  const rows = speaking.map((result) => [
    `${nameOf(source, result.party)}${required.includes(result.party) ? '' : ' *'}`,
    chance(result.accepts.p),
    ...gainCells(result),
    String(result.crossed.length)
  ])
  const head = table(
    [
      say('parties.party'),
      say('parties.accepts'),
      say('parties.no-deal'),
      say('parties.gain'),
      say('parties.worst-best'),
      say('parties.positive'),
      say('parties.radius'),
      say('parties.crossed')
    ],
    rows
  )
  return speaking.every(({ party }) => required.includes(party))
    ? [head]
    : [head, paragraph(say('parties.free'))]
}

const gainCells = ({ gain }: PartyResult): readonly string[] =>
  gain
    ? [
        gain.noDeal.toFixed(0),
        points(gain.central),
        `${points(gain.low)}..${points(gain.high)}`,
        gain.guarantee,
        gain.radius.toFixed(2)
      ]
    : ['-', '-', '-', '-', '-']
