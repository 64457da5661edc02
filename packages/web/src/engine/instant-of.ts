import { parseInstant } from '@truce/core/timetable'

/** The moment that a text such as `2024-08-01T00:00[Europe/Kyiv]` says. Throws where it says none. */
export function instantOf(
  text: string
): Extract<ReturnType<typeof parseInstant>, { ok: true }>['instant'] {
  const parsed = parseInstant(text)
  if (parsed.ok) return parsed.instant
  throw new Error(`${text}: ${parsed.problem}`)
}
