/** A span of time as one reads it. */
export interface Lead {
  readonly n: number
  readonly unit: 'days' | 'hours' | 'minutes'
}

const UNITS = { D: 'days', H: 'hours', M: 'minutes' } as const

/** A span such as `PT30M`, where it is a whole number of one unit; else undefined. */
export function leadOf(written: string): Lead | undefined {
  const found = /^P(?:(\d+)(D)|T(\d+)([HM]))$/.exec(written)
  const letter = found?.[2] ?? found?.[4]
  if (letter !== 'D' && letter !== 'H' && letter !== 'M') return undefined
  return { n: Number(found?.[1] ?? found?.[3]), unit: UNITS[letter] }
}
