/** Draws behind the answer that comes at once, and behind the one that settles it. */
export const DRAWS = { first: 200, settled: 10_000 } as const
