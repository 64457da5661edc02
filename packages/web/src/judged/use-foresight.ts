import type { Case } from '@truce/core'
import { useEffect } from 'react'
import { DRAWS } from '../engine/draws.ts'
import { useWorkbench } from '../state/use-workbench.ts'
import type { Column } from './columns.ts'
import { asksAround } from './columns.ts'
import type { Standing } from './use-judged.ts'

/** Most packages that are judged ahead: a few milliseconds each. */
const MOST = 100

/**
 * While a package rests, and all is known of its verdict, those one choice away are judged over few
 * draws: so the next choice shows its verdict with the very picture in which it is made.
 */
export function useForesight(
  source: Case,
  column: Column | undefined,
  standing: Standing | undefined
): void {
  const { engine } = useWorkbench()
  const rests = standing?.answer !== undefined && !standing.pending && !standing.stale
  useEffect(() => {
    if (!column || !rests) return
    const asks = asksAround(column, source).map((draft) => ({ draft, draws: DRAWS.first }))
    engine.foresee(asks.slice(0, MOST))
  }, [engine, source, column, rests])
}
