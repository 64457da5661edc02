import type { Block } from '../blocks.ts'
import { assumptionBlocks } from './assumptions.ts'
import { dealBlocks } from './deal-section.ts'
import type { Material } from './material.ts'
import { bibliographyBlocks, briefingMethod } from './method-section.ts'
import { proposalSection } from './proposal-section.ts'
import { stabilityBlocks } from './stability-section.ts'
import { studySection } from './study-section.ts'
import { briefingSummary } from './summary.ts'

/**
 * The briefing on a case: what follows from its judgements, in the order a reader asks. Pure: the
 * same material gives the same blocks.
 */
export function briefing(material: Material): readonly Block[] {
  return [
    ...briefingSummary(material),
    ...material.check.proposals.flatMap((proposal) => proposalSection(material, proposal)),
    ...dealBlocks(material),
    ...stabilityBlocks(material),
    ...studySection(material),
    ...assumptionBlocks(material),
    ...briefingMethod(material),
    ...bibliographyBlocks(material)
  ]
}
