import type { Translate } from '../../messages/index.ts'
import type { Concept, Inverse, StatementMoves, Swaps } from './document.ts'
import type { Words } from './words.ts'
import { CONCEPT_NAMES } from './words.ts'

/** The language the answer is put in. */
export interface Saying {
  readonly t: Translate
  readonly words: Words
}

/** The answer as a table: one row for each concept. */
export function swapRows(
  { t, words }: Saying,
  inverse: Inverse
): readonly {
  readonly concept: string
  readonly swaps: string
  readonly whose: string
  readonly statements: string
}[] {
  return entriesOf(inverse.concepts).map(([concept, swaps]) => ({
    concept: CONCEPT_NAMES[concept],
    swaps: swapsCell(t, swaps),
    whose:
      swaps.changed
        .map((one) => t('stability.inverse.who', { party: words.party(one.party), n: one.swaps }))
        .join(', ') || '–',
    statements: statementsCell(t, inverse.statements[concept])
  }))
}

function swapsCell(t: Translate, { swaps, atLeast, exact, possible }: Swaps): string {
  if (!possible) return t('stability.inverse.impossible')
  if (swaps === 0) return t('stability.inverse.holds')
  if (swaps === null) return t('stability.inverse.at-least', { n: atLeast ?? 0 })
  return exact ? String(swaps) : t('stability.inverse.between', { from: atLeast ?? 0, to: swaps })
}

function statementsCell(t: Translate, found: StatementMoves | undefined): string {
  if (!found) return '–'
  if (found.moves) return String(found.moves.length)
  return found.atLeast === null
    ? t('stability.inverse.impossible')
    : t('stability.inverse.at-least', { n: found.atLeast })
}

/** How many states a sentence names before it counts the rest. */
const NAMED = 6

/**
 * What each change is, in sentences: whose liking of which states, which statements, and how many
 * orders would do.
 */
export function sentencesOf({ t, words }: Saying, inverse: Inverse): readonly string[] {
  const lowered = entriesOf(inverse.concepts).flatMap(([concept, { changed }]) =>
    changed.map((one) => {
      const rest = one.lowered.length - NAMED
      const states = [
        ...one.lowered.slice(0, NAMED).map(words.state),
        ...(rest > 0 ? [t('stability.inverse.and-more', { n: rest })] : [])
      ]
      const names = {
        concept: CONCEPT_NAMES[concept],
        party: words.party(one.party),
        state: words.state(inverse.state)
      }
      return t('stability.inverse.lowered', { ...names, states: words.list(states) })
    })
  )
  const moved = entriesOf(inverse.statements).flatMap(([concept, { moves }]) =>
    (moves ?? []).map(({ party, from, to }) =>
      t('stability.inverse.moved', {
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
      t('stability.inverse.rankings', {
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
