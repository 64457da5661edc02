import { useId, useLayoutEffect, useMemo, useReducer } from 'react'
import type { Question, Questions } from '../engine/protocol.ts'
import { useWorkbench } from '../state/use-workbench.ts'
import type { Answer, Wanted } from './asking.ts'
import { Asking } from './asking.ts'

type Ask<Q extends Question> = Questions[Q]['ask']
/** An answer, and the way to end the work on it and to go on with it. */
export interface Steered<T> extends Answer<T> {
  readonly stop: () => void
  readonly again: () => void
}

type Told<Q extends Question> = Steered<Questions[Q]['answer']>

/** What is known while nothing is asked. */
export const NOTHING = {
  answer: undefined,
  stale: false,
  pending: false,
  stopped: false,
  error: undefined,
  progress: 0,
  stop: () => {},
  again: () => {}
}

/**
 * The engine's answer about the case, anew whenever the case or the question changes; the last one
 * stays meanwhile. Without a question there is no answer. A question that changes again within
 * `pause` milliseconds is asked once.
 */
export function useAnswer<Q extends Question>(
  question: Q,
  ask: Ask<Q> | undefined,
  pause = 0
): Told<Q> {
  const [told] = useAnswers(question, ask === undefined ? [] : [{ slot: '', rounds: [ask] }], pause)
  return told ?? NOTHING
}

/** Several answers at once, in the order they are wanted; see `Asking` for what is asked when. */
export function useAnswers<Q extends Question>(
  question: Q,
  wanted: readonly Wanted<Ask<Q>>[],
  pause = 0
): readonly Told<Q>[] {
  const { engine, view } = useWorkbench()
  const about = view.sound ? view.case : undefined
  const lane = useId()
  const [, changed] = useReducer((n: number) => n + 1, 0)
  const asking = useMemo(
    () =>
      new Asking<Ask<Q>, Questions[Q]['answer']>({
        ask: (ask, heed) => engine.ask(question, ask, { ...heed, lane }),
        changed
      }),
    [engine, question, lane]
  )
  useLayoutEffect(() => {
    asking.open()
    return () => asking.close()
  }, [asking])
  const now = about === undefined ? [] : wanted
  const key = JSON.stringify(now)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is wanted is new in every rendering, its key is not
  useLayoutEffect(() => asking.want(now, { about, pause }), [asking, about, key, pause])
  return wanted.map((one) => {
    if (about === undefined) return NOTHING
    const steer = { stop: () => asking.leave(one), again: () => asking.again(one) }
    return { ...asking.known(one, about), ...steer }
  })
}
