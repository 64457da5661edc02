import { useMemo } from 'react'
import type { Questions } from '../../engine/protocol.ts'
import type { Column } from '../../judged/columns.ts'
import { askOf, draftsOf } from '../../judged/columns.ts'
import type { Answer } from '../../ui/asking.ts'
import type { Steered } from '../../ui/use-answer.ts'
import { NOTHING, useAnswers } from '../../ui/use-answer.ts'
import { useWords } from '../../ui/use-words.ts'

type Check = Questions['check']['answer']
type Prices = Questions['acceptance']['answer']['prices']

/**
 * What takes a little longer than the verdict: readings, hinges, whether it would hold; repairs, and
 * what each change buys.
 */
export interface Closer {
  /** As `truce check` prints it; undefined until it is there. */
  readonly proposal: Check['proposals'][string] | undefined
  /** How many readings stand behind the shares. */
  readonly readings: number
  /** It is about the package as it was before the last change. */
  readonly stale: boolean
  readonly error: string | undefined
  readonly repairs: Answer<Questions['repairs']['answer']>
  /** The work on the price, and the price. */
  readonly pricing: Steered<unknown>
  readonly price: Prices[string] | undefined
}

/** Draws behind what is looked at more closely: as many as behind the verdict. */
const DRAWS = 10_000

/** Most changes that are priced. */
const CHANGES = 5

/** Milliseconds without a change before a closer look is taken, and before changes are priced. */
const CALM = { look: 250, price: 800 } as const

/**
 * Looks at a package more closely, whenever it rests: what takes long begins once the rest is there.
 * What was found of another package is never shown for it.
 */
export function useCloser(column: Column): Closer {
  const { source } = useWords()
  const { id } = column
  const drafts = draftsOf(column, source)
  const mend = { draft: askOf(column, source) }
  const [repairs = NOTHING] = useAnswers('repairs', [{ slot: id, rounds: [mend] }], CALM.look)
  const check = { draws: DRAWS, repairs: 0, proposals: [id], drafts }
  const [told = NOTHING] = useAnswers('check', [{ slot: id, rounds: [check] }], CALM.look)
  const proposal = told.answer?.proposals[id]
  const priced = { only: 'prices', changes: CHANGES, proposals: [id], drafts } as const
  const isWanted = proposal !== undefined && proposal.verdict !== 'robust'
  const [pricing = NOTHING] = useAnswers(
    'acceptance',
    isWanted ? [{ slot: id, rounds: [priced] }] : [],
    CALM.price
  )
  return useMemo(
    () => ({
      proposal: told.answer?.proposals[id],
      readings: told.answer?.readings?.judged ?? 0,
      stale: told.stale,
      error: told.error,
      repairs,
      pricing,
      price: pricing.answer?.prices[id]
    }),
    [id, told, repairs, pricing]
  )
}
