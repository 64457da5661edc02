import type { Block } from '../blocks.ts'
import { assumptionBlocks } from './assumptions.ts'
import { dealBlocks } from './deals.ts'
import { stabilityBlocks } from './holds.ts'
import type { Material } from './material.ts'
import { bibliographyBlocks, methodBlocks } from './method.ts'
import { proposalBlocks } from './proposal.ts'
import { robustnessBlocks } from './robustness.ts'
import { opening } from './summary.ts'

/**
 * The briefing on a case: what follows from its judgements, in the order a reader asks. Pure: the
 * same material gives the same blocks.
 */
export function briefing(material: Material): readonly Block[] {
  return [
    ...opening(material),
    ...material.check.proposals.flatMap((proposal) => proposalBlocks(material, proposal)),
    ...dealBlocks(material),
    ...stabilityBlocks(material),
    ...robustnessBlocks(material),
    ...assumptionBlocks(material),
    ...methodBlocks(material),
    ...bibliographyBlocks(material)
  ]
}
