import type { Case, Redline } from '../../model/case.ts'
import { CEASEFIRE_ACTS } from '../../model/closed-lists.ts'
import { OTHER_INCIDENTS } from '../record-lists.ts'

/**
 * Why a redline is not watched: its act is a word by which no incident goes and no rung of the case,
 * so that only a signal which names that very word crosses it; or it is read at the end only.
 */
export const UNWATCHED_WHY = ['act', 'end'] as const

/** A redline that what a record holds hardly ever crosses. */
export interface UnwatchedLine {
  readonly party: string
  readonly redline: string
  readonly why: (typeof UNWATCHED_WHY)[number]
  /** The word of its act. */
  readonly act?: string
}

const INCIDENTS: ReadonlySet<string> = new Set([...CEASEFIRE_ACTS, ...OTHER_INCIDENTS])

/** Redlines of a case that a record under it cannot watch, by party and name. */
export function unwatchedIn(source: Case): readonly UnwatchedLine[] {
  const { ladder = [] } = source.process.escalation ?? {}
  const rungs = new Set(ladder === 'kahn' ? [] : ladder.map(({ id }) => id))
  const whyNot = ({ party, id, conduct, stage }: Redline): readonly UnwatchedLine[] => {
    if (conduct && !INCIDENTS.has(conduct.act) && !rungs.has(conduct.act))
      return [{ party, redline: id, why: 'act', act: conduct.act }]
    return !conduct && stage === 'end' ? [{ party, redline: id, why: 'end' }] : []
  }
  return [...source.stances.values()]
    .flatMap(({ redlines }) => redlines.flatMap(whyNot))
    .sort((a, b) => (`${a.party}.${a.redline}` < `${b.party}.${b.redline}` ? -1 : 1))
}
