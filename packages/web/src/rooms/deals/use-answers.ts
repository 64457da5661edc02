import { useEffect, useState } from 'react'
import type { Judged, Overrides } from '../../engine/protocol.ts'
import { Superseded } from '../../engine/protocol.ts'
import type { Workbench } from '../../state/workbench.ts'
import type { BargainingDocument, StudyDocument } from './documents.ts'

/** An answer of the engine: the last one stays while a newer one is worked out. */
export interface Answer<T> {
  readonly value?: T
  readonly waiting: boolean
  readonly failed?: string
}

/** What is asked of the deal space. */
export interface Asked {
  readonly parties: readonly string[] | undefined
  readonly respectRedlines: boolean
  readonly overrides: Overrides
}

/** A held slider asks this seldom, in milliseconds. */
const PAUSE = 120

/** The deal space of the case, anew whenever the case or what is asked changes. */
export function useBargaining(
  { engine, view }: Workbench,
  { parties, respectRedlines, overrides }: Asked
): Answer<BargainingDocument> {
  const moved = Object.keys(overrides).length > 0
  const ask = JSON.stringify({
    ...(parties ? { parties } : {}),
    respectRedlines,
    ...(moved ? { overrides } : {}),
    ...(view.drafts.length > 0 ? { drafts: view.drafts } : {})
  })
  return useAsked([engine, view.case, ask], moved ? PAUSE : 0, async () =>
    engine.ask('bargaining', JSON.parse(ask))
  )
}

/** Draws behind the chance beside the sliders. */
const JUDGED = 2000

/** The chance that all accept a proposal under moved judgements; nothing while none is moved. */
export function useJudged(
  { engine, view }: Workbench,
  proposal: string | undefined,
  overrides: Overrides
): Answer<Judged> {
  const ask = JSON.stringify(overrides)
  const terms = view.drafts.find(({ id }) => id === proposal)?.terms
  const idle = proposal === undefined || Object.keys(overrides).length === 0
  return useAsked([engine, view.case, proposal, ask], PAUSE, async () =>
    idle
      ? undefined
      : engine.ask('judge', {
          draft: terms ? { terms } : { proposal },
          draws: JUDGED,
          overrides: JSON.parse(ask)
        })
  )
}

function useAsked<T>(
  about: readonly unknown[],
  pause: number,
  ask: () => Promise<T | undefined>
): Answer<T> {
  const [answer, setAnswer] = useState<Answer<T>>({ waiting: true })
  useEffect(() => {
    let current = true
    setAnswer((last) => ({ ...last, waiting: true }))
    const timer = setTimeout(() => {
      ask().then(
        (value) =>
          current && setAnswer({ waiting: false, ...(value === undefined ? {} : { value }) }),
        (reason: unknown) =>
          current &&
          !(reason instanceof Superseded) &&
          setAnswer({ waiting: false, failed: messageOf(reason) })
      )
    }, pause)
    return () => {
      current = false
      clearTimeout(timer)
    }
    // biome-ignore lint/correctness/useExhaustiveDependencies: `about` is what the question is about; `ask` is new on every render
  }, about)
  return answer
}

/** A study under way or done. */
export interface Studying extends Answer<StudyDocument> {
  /** Share of the draws done. */
  readonly share: number
  readonly draws: number
  readonly start: (draws: number) => void
}

/** Draws that a first answer rests on, and a settled one. */
export const FEW = 500
export const MANY = 10_000
/** Typing pauses before drawing begins, in milliseconds. */
const CALM = 800

/** The study of the case: few draws by itself once `ready`, more when asked. */
export function useStudy({ engine, view }: Workbench, ready: boolean): Studying {
  const [draws, start] = useState(FEW)
  const [share, setShare] = useState(0)
  const [asked, setAsked] = useState(false)
  useEffect(() => {
    if (ready) setAsked(true)
  }, [ready])
  const answer = useAsked([engine, view.case, draws, asked], CALM, async () => {
    if (!asked) return undefined
    setShare(0)
    return engine.ask('study', { draws }, setShare)
  })
  return { ...answer, share, draws, start }
}

const messageOf = (reason: unknown): string =>
  reason instanceof Error ? reason.message : String(reason)
