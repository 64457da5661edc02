import type { Block } from '../blocks.ts'
import { heading, paragraph } from '../blocks.ts'
import { wordsOf } from '../words/index.ts'
import { assumptionBlocks } from './assumptions.ts'
import { dealBlocks } from './deal-section.ts'
import { firstPages } from './first-pages.ts'
import { groundSection } from './ground-section.ts'
import { holdBlocks } from './holds.ts'
import type { Material } from './material.ts'
import { bibliographyBlocks, briefingMethod } from './method-section.ts'
import { proposalSection } from './proposal-section.ts'
import { stabilityBlocks } from './stability-section.ts'
import { studySection } from './study-section.ts'
import { overviewSection } from './summary.ts'

/** How much of a briefing is wanted; `short`: its first pages alone. */
export interface BriefingParts {
  readonly short?: boolean | undefined
}

/**
 * The briefing on a case: first pages in plain words, then an annex with what stands behind them.
 * Pure: the same material gives the same blocks, and the first pages need nothing of the annex.
 */
export const briefing = (
  material: Material,
  { short = false }: BriefingParts = {}
): readonly Block[] => [...firstPages(material), ...(short ? [] : annex(material))]

function annex(material: Material): readonly Block[] {
  const { say } = wordsOf(material)
  return [
    heading(1, say('pages.annex')),
    paragraph(say('pages.annex.holds')),
    ...overviewSection(material),
    ...material.check.proposals.flatMap((proposal) => proposalSection(material, proposal)),
    ...holdBlocks(material),
    ...dealBlocks(material),
    ...groundSection(material),
    ...stabilityBlocks(material),
    ...studySection(material),
    ...assumptionBlocks(material),
    ...briefingMethod(material),
    ...bibliographyBlocks(material)
  ]
}
