import { useId, useLayoutEffect, useMemo, useReducer, useRef } from 'react'
import type { Question, Questions } from '../engine/protocol.ts'
import { useWorkbench } from '../state/use-workbench.ts'
import type { Answer, Wanted } from './asking.ts'
import { Asking, keyOf } from './asking.ts'

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
        foreknown: (ask) => engine.known(question, ask),
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
  const before = useRef<ReadonlyMap<string, Told<Q>>>(new Map())
  const told = now.map((one): readonly [string, Told<Q>] => {
    const name = keyOf(one)
    const known = asking.known(one, about)
    const last = before.current.get(name)
    if (last && isSame(last, known)) return [name, last]
    return [name, { ...known, stop: () => asking.leave(one), again: () => asking.again(one) }]
  })
  // What is known stays the same object while nothing about it changes, and is not drawn again.
  before.current = new Map(told)
  return about === undefined ? wanted.map(() => NOTHING) : told.map(([, one]) => one)
}

const isSame = (a: Answer<unknown>, b: Answer<unknown>): boolean =>
  a.answer === b.answer &&
  a.stale === b.stale &&
  a.pending === b.pending &&
  a.error === b.error &&
  a.stopped === b.stopped &&
  a.progress === b.progress
