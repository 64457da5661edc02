import type { LineChange, SidedLine } from '../geo/index.ts'
import { handovers, NoSides, NotComparable } from '../geo/index.ts'
import type { Case, Issue } from '../model/case.ts'

/**
 * For each issue whose options are drawn lines: what changes hands from what holds if nothing is
 * said, or else from the first, to each of the others.
 */
export function lineChanges(
  { issues }: Case,
  lines: ReadonlyMap<string, SidedLine>
): readonly LineChange[] {
  return issues.flatMap((issue) => {
    const drawn = issue.options.flatMap(({ id, line }) => {
      const found = line === undefined ? undefined : lines.get(line)
      return found ? [{ id, found }] : []
    })
    const from = drawn.find(({ id }) => id === silentOf(issue)) ?? drawn[0]
    if (!from) return []
    return drawn
      .filter(({ id }) => id !== from.id)
      .flatMap(({ id, found }) =>
        changeOf([from.found, found], { issue: issue.id, from: from.id, to: id })
      )
  })
}

const silentOf = ({ ifSilent }: Issue): string | undefined => ifSilent

function changeOf(
  [first, second]: readonly [SidedLine, SidedLine],
  named: Omit<LineChange, 'lands'>
): readonly LineChange[] {
  try {
    return [{ ...named, lands: handovers(first, second) }]
  } catch (error) {
    if (error instanceof NotComparable) return [{ ...named, lands: [], untold: 'not-comparable' }]
    if (error instanceof NoSides) return [{ ...named, lands: [], untold: 'no-sides' }]
    throw error
  }
}
