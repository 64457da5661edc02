import { nobodyGains } from '../../bargaining/index.ts'
import type { ProposalResult } from '../../check/check-result.ts'
import { redlineId } from '../../worth/redlines.ts'
import { hasNone } from '../../worth/room.ts'
import type { Block } from '../blocks.ts'
import { heading, list, paragraph, table } from '../blocks.ts'
import { mostMoving, readingNote, sameVerdict } from '../check/readings.ts'
import {
  capital,
  chance,
  nameOf,
  namesOf,
  proposalTitle,
  verdictText,
  wordsOf
} from '../words/index.ts'
import { walkerText } from './ground-words.ts'
import { leadOf } from './lead.ts'
import type { Material } from './material.ts'
import { namedStates } from './stability-section.ts'

/**
 * How all proposals compare: a paragraph, the verdicts side by side, and who walks and why, a line
 * each.
 */
export function overviewSection(material: Material): readonly Block[] {
  const { check, deals } = material
  const { say } = wordsOf(material)
  const { proposals } = check
  return [
    heading(2, say('brief.summary')),
    paragraph(summary(material).join(' ')),
    ...(proposals.length === 0
      ? []
      : [
          verdicts(material),
          ...readingSummary(material),
          list(proposals.map((one) => line(material, one)))
        ]),
    ...(deals && proposals.length > 0 ? [paragraph(say('brief.reading'))] : [])
  ]
}

function summary(material: Material): readonly string[] {
  const found = leadOf(material.check)
  const named = namedStates(material)
  const held = named === '' ? [] : [named]
  if (!found) return [wordsOf(material).say('proposals.none'), ...held]
  return [...counted(material), bestText(material, found.lead), ...room(material), ...held]
}

function counted(material: Material): readonly string[] {
  const { say } = wordsOf(material)
  const { proposals } = material.check
  const some = (n: number): string => {
    if (n === 0) return say('brief.none')
    if (n < proposals.length) return say('brief.some', { n })
    return say(n === 1 ? 'brief.it' : 'brief.all')
  }
  const dead = proposals.filter(({ verdict }) => verdict === 'dead-on-arrival').length
  const passing = capital(
    some(proposals.filter(({ verdict }) => verdict === 'likely' || verdict === 'robust').length)
  )
  return [
    say('brief.judged', { n: proposals.length }),
    dead > 0
      ? say('brief.passing.dead', { some: passing, dead: some(dead) })
      : say('brief.passing', { some: passing })
  ]
}

function bestText(material: Material, best: ProposalResult): string {
  const words = wordsOf(material)
  const said = { verdict: verdictText(words, best), chance: chance(best.joint.p) }
  return material.check.proposals.length === 1
    ? words.say('brief.best.only', said)
    : words.say('brief.best', {
        ...said,
        proposal: proposalTitle(material.source, best.proposal.id)
      })
}

/** Whether there is anything to agree about at all. */
function room(material: Material): readonly string[] {
  const { deals } = material
  if (!deals) return []
  const words = wordsOf(material)
  if (hasNone(deals.packages)) return [words.say('brief.room.none')]
  const parties = namesOf(words, deals.source, deals.space.parties)
  const { solved } = deals
  if (nobodyGains(solved)) return [words.say('brief.room.nobody', { parties })]
  return [words.say(solved.ideal ? 'brief.room' : 'brief.room.open', { parties })]
}

/** That a verdict is one reading among many, and which choices it depends on. */
function readingSummary({ source, check, ...material }: Material): readonly Block[] {
  const { readings } = check
  if (!readings) return []
  const words = wordsOf(material)
  return [paragraph(readingNote(words, readings)), list(mostMoving({ words, source }, check))]
}

function verdicts(material: Material): Block {
  const { source, check } = material
  const words = wordsOf(material)
  const { say } = words
  return table(
    [
      say('brief.proposal'),
      say('overview.verdict'),
      ...(check.readings ? [say('readings.same')] : []),
      say('brief.chance'),
      say('brief.walk')
    ],
    check.proposals.map((proposal) => [
      proposalTitle(source, proposal.proposal.id),
      verdictText(words, proposal),
      ...(check.readings ? [sameVerdict(proposal, check.readings)] : []),
      chance(proposal.joint.p),
      proposal.walkers.map(({ party }) => nameOf(source, party)).join(', ') || say('brief.nobody')
    ])
  )
}

function line(material: Material, proposal: ProposalResult): string {
  const { source } = material
  const words = wordsOf(material)
  const { say } = words
  const { walkers, required, capped, cappedBy, brokenRules } = proposal
  const why = [
    ...walkers.map((walker) => walkerText(words, { source }, { walker, grounds: [walker] })),
    ...(brokenRules.length > 0 ? [say('brief.line.senseless')] : []),
    ...(capped ? [say('brief.line.capped', { redlines: words.list(cappedBy.map(redlineId)) })] : [])
  ]
  const nobody = say(required.length === 0 ? 'consent.nobody' : 'brief.line.nobody')
  return say('brief.line', {
    proposal: proposalTitle(source, proposal.proposal.id),
    why: why.length > 0 ? why.join('; ') : nobody
  })
}
