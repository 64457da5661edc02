import type { ProposalResult } from '../../check/check-result.ts'
import type { Block } from '../blocks.ts'
import { heading, list, paragraph } from '../blocks.ts'
import { readingLines } from '../check/readings.ts'
import { chance, lettersOf, proposalTitle, sentence, verdictText, wordsOf } from '../words/index.ts'
import { betterForAll } from './better.ts'
import { hinges } from './hinge-section.ts'
import type { Material } from './material.ts'
import { openSection, ratification } from './open-section.ts'
import { crossings, partyTable, walkers } from './party-section.ts'
import { readingsFigure } from './readings-figure.ts'
import { repairSection } from './repair-section.ts'
import { holdLines } from './stability-section.ts'

/**
 * One proposal: its verdict, who accepts, what it crosses, who walks, what it hangs on, what to do,
 * and whether it would hold.
 */
export function proposalSection(material: Material, proposal: ProposalResult): readonly Block[] {
  const words = wordsOf(material)
  const { say } = words
  return [
    heading(2, proposalTitle(material.source, proposal.proposal.id)),
    paragraph(
      [
        say('brief.verdict', {
          verdict: verdictText(words, proposal),
          joint: jointText(material, proposal)
        }),
        ...byWhom(material, proposal)
      ].join(' ')
    ),
    ...readingBlocks(material, proposal),
    ...partyTable(material, proposal),
    ...told(say('brief.who-walks'), walkers(material, proposal)),
    ...told(say('brief.crossed'), crossings(material, proposal)),
    ...told(say('brief.open'), openSection(material, proposal)),
    ...told(say('brief.ratification'), ratification(material, proposal)),
    ...told(say('brief.hinges'), hinges(material, proposal)),
    ...told(say('brief.repairs'), repairSection(material, proposal)),
    ...betterForAll(material, proposal.proposal.id),
    ...told(say('brief.hold'), holdLines(material, proposal))
  ]
}

/** What the verdict comes to where the case is read otherwise, and its specification curve. */
function readingBlocks(material: Material, proposal: ProposalResult): readonly Block[] {
  const { source, check } = material
  const { readings } = check
  const words = wordsOf(material)
  const lines = lettersOf(readingLines({ words, source }, proposal, readings))
  const drawn = readings && readingsFigure(material, proposal.proposal.id, readings)
  return [
    ...told(
      words.say('brief.readings'),
      lines
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => sentence(words, line))
    ),
    ...(drawn ? [drawn] : [])
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

function byWhom(
  material: Material,
  { proposal: { by: source, date } }: ProposalResult
): readonly string[] {
  const { say } = wordsOf(material)
  if (!source) return []
  if (material.source.sources.get(source)?.kind === 'assumption')
    return [date ? say('brief.by.assumed.dated', { date }) : say('brief.by.assumed')]
  return [date ? say('brief.by.dated', { source, date }) : say('brief.by', { source })]
}

function jointText(material: Material, { joint, required }: ProposalResult): string {
  const words = wordsOf(material)
  const { say } = words
  if (required.length === 0) return sentence(words, say('consent.nobody'))
  const value = chance(joint.p)
  const p =
    joint.standardError < 0.0005
      ? value
      : say('sampled', { value, error: joint.standardError.toFixed(3) })
  const [low = '', high = ''] = joint.bounds.map(chance)
  const who = required.length === 1 ? 'joint.one' : 'joint.everybody'
  return low === high ? say(who, { p }) : say(`${who}.between`, { p, low, high })
}
