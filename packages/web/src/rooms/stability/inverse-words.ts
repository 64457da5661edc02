import { CONCEPT_NAMES, changesCell, listedUpTo } from '@truce/core/report/words'
import type { Concept, Inverse, StatementMoves, Swaps } from './document.ts'
import type { Words } from './words.ts'

/** The answer as a table: one row for each concept. */
export function swapRows(
  words: Words,
  inverse: Inverse
): readonly {
  readonly concept: string
  readonly swaps: string
  readonly whose: string
  readonly statements: string
}[] {
  return entriesOf(inverse.concepts).map(([concept, swaps]) => ({
    concept: words.concept(concept),
    swaps: swapsCell(words, swaps),
    whose: swaps.changed.map((one) => `${words.party(one.party)} ${one.swaps}`).join(', ') || '–',
    statements: statementsCell(words, inverse.statements[concept])
  }))
}

function swapsCell({ said }: Words, { swaps, atLeast, exact, possible }: Swaps): string {
  if (possible && swaps === 0) return said.say('inverse.holds')
  return changesCell(said, { least: atLeast ?? 0, most: swaps ?? undefined, exact, possible })
}

function statementsCell({ said }: Words, found: StatementMoves | undefined): string {
  if (!found) return '–'
  const { atLeast, moves } = found
  return changesCell(said, {
    least: atLeast ?? 0,
    most: moves?.length,
    exact: true,
    possible: moves !== null || atLeast !== null
  })
}

/**
 * What each change is, in sentences: whose liking of which states, which statements, and how many
 * orders would do.
 */
export function sentencesOf(words: Words, inverse: Inverse): readonly string[] {
  const { say } = words.said
  const lowered = entriesOf(inverse.concepts).flatMap(([concept, { changed }]) =>
    changed.map((one) =>
      say('inverse.lowered', {
        concept: CONCEPT_NAMES[concept],
        party: words.party(one.party),
        states: listedUpTo(words.said, one.lowered.map(words.state)),
        state: words.state(inverse.state)
      })
    )
  )
  const moved = entriesOf(inverse.statements).flatMap(([concept, { moves }]) =>
    (moves ?? []).map(({ party, from, to }) =>
      say('inverse.moved', {
        concept: CONCEPT_NAMES[concept],
        party: words.party(party),
        from,
        to
      })
    )
  )
  const rankings = inverse.rankings
    .filter(({ holding }) => holding > 0)
    .map(({ party, concept, of, holding }) =>
      say('inverse.ranked', {
        party: words.party(party),
        concept: CONCEPT_NAMES[concept],
        of,
        holding
      })
    )
  return [...lowered, ...moved, ...rankings]
}

const entriesOf = <T>(
  record: Readonly<Partial<Record<Concept, T>>>
): readonly (readonly [Concept, T])[] => Object.entries(record) as [Concept, T][]
