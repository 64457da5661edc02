/** Spans of time in milliseconds. */
export const [SECOND, MINUTE, HALF_HOUR, HOUR, DAY] = [
  1000, 60_000, 1_800_000, 3_600_000, 86_400_000
] as const
