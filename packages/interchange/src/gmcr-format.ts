import { z } from 'zod'

const literal = z.tuple([z.number().int().nonnegative(), z.enum(['Y', 'N'])])
const simple = z.array(literal)
const condition = z.union([
  simple,
  z.object({ compound: z.literal(true), members: z.array(simple) })
])
const places = z.array(z.union([z.number().int(), z.array(z.number().int())]))
const indexes = z.array(z.number().int().nonnegative())

/** A conflict as GMCR+ saves it. Older versions say `vector` for `ranking`; both are read. */
export const gmcrFile = z.object({
  options: z
    .array(
      z.object({
        name: z.string(),
        permittedDirection: z.enum(['both', 'fwd', 'back']).default('both')
      })
    )
    .min(1),
  decisionMakers: z
    .array(
      z.object({
        name: z.string(),
        options: indexes,
        preferences: z.array(condition).default([]),
        preferenceRanking: places.optional(),
        preferenceVector: places.optional(),
        misperceptions: z.array(condition).default([])
      })
    )
    .min(1),
  infeasibles: z.array(condition).default([]),
  coalitions: places.default([]),
  useManualPreferenceRanking: z.boolean().optional(),
  useManualPreferenceVectors: z.boolean().optional(),
  version: z.string().optional()
})

/** A conflict of GMCR+. */
export type GmcrFile = z.infer<typeof gmcrFile>

/** A condition of GMCR+: all of a list, or one of several lists. */
export type GmcrCondition = z.infer<typeof condition>

/** One decision maker of GMCR+. */
export type GmcrMaker = GmcrFile['decisionMakers'][number]

/**
 * The lists of which one must hold, each without repeats and without those that contradict
 * themselves.
 */
export function membersOf(
  condition: GmcrCondition
): readonly (readonly (readonly [number, boolean])[])[] {
  const members = Array.isArray(condition) ? [condition] : condition.members
  return members.flatMap((member) => {
    const wanted = new Map<number, boolean>()
    for (const [option, letter] of member) {
      if (wanted.has(option) && wanted.get(option) !== (letter === 'Y')) return []
      wanted.set(option, letter === 'Y')
    }
    return [[...wanted]]
  })
}

/** GMCR+'s words for the way a move can be made. */
export const DIRECTIONS = { both: 'both', fwd: 'forward', back: 'back' } as const
