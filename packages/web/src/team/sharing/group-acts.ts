import type { ActsBody } from '@truce/server'

type Act = ActsBody['acts'][number]

/** One line of what was done: an act, or looks at one thing by one person that followed each other. */
export interface ActLine {
  /** The newest of them. */
  readonly act: Act
  readonly count: number
  /** When the first of them was. */
  readonly since: string
}

const HOUR = 3_600_000
/** What changes nothing, and is done again and again. */
const LOOKS: ReadonlySet<string> = new Set(['list', 'read', 'text', 'audit'])

/**
 * Acts, newest first, with the looks that one person had at one thing within an hour of the newest as
 * one line. What changes something stands alone, always.
 */
export function groupActs(acts: readonly Act[]): readonly ActLine[] {
  const lines: { act: Act; count: number; since: string }[] = []
  const open = new Map<string, (typeof lines)[number]>()
  for (const act of acts) {
    const key = [act.person, act.verb, act.resource].join('\n')
    const line = open.get(key)
    if (line && Date.parse(line.act.at) - Date.parse(act.at) <= HOUR) {
      line.count++
      line.since = act.at
      continue
    }
    const made = { act, count: 1, since: act.at }
    lines.push(made)
    if (LOOKS.has(act.verb)) open.set(key, made)
  }
  return lines
}
