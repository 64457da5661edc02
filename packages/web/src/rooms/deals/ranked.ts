import type { DriverInput, Drivers } from './documents.ts'

/** Inputs told at most. */
const TOLD = 7
/**
 * A share of the doubt, or a move of the answer (a chance, or points), below this is not worth a
 * line.
 */
const LITTLE = { share: 0.02, joint: 0.01, gain: 0.5 }
/** Below this chance, or as near to 1, too few draws differ to tell shares of the doubt. */
const RARE = 0.01

/** How far an input moves the answer from end to end. */
export const swing = ({ low, high }: DriverInput): number => Math.abs(high.mean - low.mean)

/**
 * The inputs worth checking, best first: by their share of the doubt; by their ends where the
 * chance hardly varies.
 */
export function ranked({ output, mean, inputs }: Drivers): readonly DriverInput[] {
  const rare = output === 'joint' && (mean.mean < RARE || mean.mean > 1 - RARE)
  const found = rare
    ? inputs.filter((one) => swing(one) >= LITTLE[output]).sort((a, b) => swing(b) - swing(a))
    : inputs.filter(({ total }) => total !== null && total.low > 0 && total.value >= LITTLE.share)
  return found.slice(0, TOLD)
}
