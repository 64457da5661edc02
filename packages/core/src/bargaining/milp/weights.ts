/** What all weigh equally in the outermost weights, which leave the rest to a single party. */
const EDGE = 0.05

/** How many weights there are to be. */
export interface WeightSettings {
  /** Points of the grid at most, or the coarsest grid there is. */
  readonly most: number
  /** Whether there is one for each party, besides, that weighs nearly nothing but its own gain. */
  readonly edges: boolean
}

/**
 * Weights on so many parties, all above zero, that sum to 1: the finest even grid that is not too
 * large. The set is the same whatever the order of the parties.
 */
export function weightsOver(
  parties: number,
  { most, edges: hasEdges }: WeightSettings
): readonly (readonly number[])[] {
  if (parties === 1) return [[1]]
  let parts = parties
  while (gridSize(parts + 1, parties) <= most) parts++
  const edges = Array.from({ length: hasEdges ? parties : 0 }, (_, own) =>
    Array.from({ length: parties }, (_, party) =>
      party === own ? 1 - EDGE + EDGE / parties : EDGE / parties
    )
  )
  return [...shared(parts, parties).map((one) => one.map((part) => part / parts)), ...edges]
}

/** In how many ways `parts` can be shared out so that everybody has one at least. */
function gridSize(parts: number, parties: number): number {
  let ways = 1
  for (let k = 1; k < parties; k++) ways = (ways * (parts - k)) / k
  return ways
}

function shared(parts: number, parties: number): readonly (readonly number[])[] {
  if (parties === 1) return [[parts]]
  return Array.from({ length: parts - parties + 1 }, (_, k) => k + 1).flatMap((own) =>
    shared(parts - own, parties - 1).map((rest) => [own, ...rest])
  )
}
