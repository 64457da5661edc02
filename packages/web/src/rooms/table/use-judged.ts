import { useEffect, useLayoutEffect, useMemo, useReducer, useRef } from 'react'
import { Superseded } from '../../engine/protocol.ts'
import type { Workbench } from '../../state/workbench.ts'
import type { Column } from './columns.ts'
import { askOf } from './columns.ts'
import type { Answer } from './judging.ts'
import { Judging, keyOf } from './judging.ts'

/**
 * What is known of a column. While a new answer is on its way the old one stays, and `current` is
 * false.
 */
export interface Standing {
  readonly answer: Answer | undefined
  readonly current: boolean
  readonly settled: boolean
  readonly failure: string | undefined
}

/**
 * Judges the shown columns, at first over few draws and then over all of them, whenever the columns
 * or the case change.
 */
export function useJudged(
  { engine, view: { case: source, sound } }: Workbench,
  shown: readonly Column[]
): readonly Standing[] {
  const [, changed] = useReducer((n: number) => n + 1, 0)
  const judging = useMemo(() => judgingOf(source, engine, changed), [source, engine])
  const drafts = source && sound ? shown.map((column) => askOf(column, source)) : []
  const keys = drafts.map(keyOf)
  const latest = useRef(drafts)
  latest.current = drafts
  const last = useRef(new Map<string, Answer>())
  useLayoutEffect(() => {
    judging.open()
    return () => judging.close()
  }, [judging])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the keys name the drafts, which are new objects in every rendering
  useLayoutEffect(() => judging.want(latest.current), [judging, keys.join('\n')])
  const standings = shown.map(({ id }, i): Standing => {
    const key = keys[i] ?? ''
    const fresh = judging.answer(key)
    return {
      answer: fresh ?? last.current.get(id),
      current: fresh !== undefined,
      settled: fresh?.settled === true,
      failure: judging.failure(key)
    }
  })
  useEffect(() => {
    shown.forEach(({ id }, i) => {
      const answer = standings[i]?.answer
      if (answer) last.current.set(id, answer)
    })
  })
  return standings
}

/** A new one for every reading of the case: answers about an older text are worth nothing. */
function judgingOf(
  _: Workbench['view']['case'],
  engine: Workbench['engine'],
  changed: () => void
): Judging {
  return new Judging({
    ask: (ask) => engine.ask('judge', ask),
    gaveWay: (reason) => reason instanceof Superseded,
    changed
  })
}
