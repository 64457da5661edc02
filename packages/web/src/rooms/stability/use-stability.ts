import type { Case } from '@truce/core'
import { useEffect, useRef, useState } from 'react'
import { openEngine } from '../../engine/open.ts'
import type { Engine } from '../../engine/protocol.ts'
import { messageOf } from '../../state/message-of.ts'
import type { CaseView } from '../../state/workbench.ts'
import type { GraphAsker } from './asking.ts'
import { openGraph } from './asking.ts'
import type { Concept, Inverse, StabilityDocument } from './document.ts'
import type { Explanation } from './explain.ts'
import type { Link } from './graph.ts'
import { layOut } from './layout.ts'
import type { Box, Laid } from './placing.ts'

/** The case's graph in its own worker. */
export function useGraph(source: Case): GraphAsker | undefined {
  const [asker, setAsker] = useState<GraphAsker>()
  useEffect(() => {
    const opened = openGraph(source)
    setAsker(opened)
    return () => opened.close()
  }, [source])
  return asker
}

/** A picture laid out, with the moves it shows. */
export interface Drawing {
  readonly links: readonly Link[]
  readonly laid: Laid
}

/**
 * Lays out some states and the moves among them; the last picture stays while a newer one is drawn.
 */
export function useDrawing(
  asker: GraphAsker | undefined,
  boxes: readonly Box[]
): { readonly drawing?: Drawing; readonly failed: boolean } {
  const [state, setState] = useState<{ readonly drawing?: Drawing; readonly failed: boolean }>({
    failed: false
  })
  const key = boxes.map(({ id, width, height }) => `${id} ${width} ${height}`).join(',')
  const latest = useRef(boxes)
  latest.current = boxes
  // biome-ignore lint/correctness/useExhaustiveDependencies: the boxes are new on every render, their key is not
  useEffect(() => {
    let current = true
    const draw = async (): Promise<void> => {
      if (!asker) return
      const links = await asker.ask(
        'links',
        latest.current.map(({ id }) => id)
      )
      const laid = await layOut({ boxes: latest.current, links })
      if (current) setState({ drawing: { links, laid }, failed: false })
    }
    draw().catch(() => current && setState({ failed: true }))
    return () => {
      current = false
    }
  }, [asker, key])
  return state
}

/**
 * Why each party stays at a state or leaves it, and the way there: at once where the document
 * tells, and in full from the graph.
 */
export function useExplanation(
  asker: GraphAsker | undefined,
  document: StabilityDocument,
  state: string | undefined
): Explanation | undefined {
  const [found, setFound] = useState<{
    readonly state: string
    readonly explanation: Explanation | undefined
  }>()
  useEffect(() => {
    let current = true
    if (state === undefined || !asker) return
    const { settings } = document
    const concepts = settings.concepts.filter((concept: Concept) => document.concepts[concept])
    asker
      .ask('explain', {
        state,
        concepts,
        rules: { strict: settings.strict, attitude: settings.attitude }
      })
      .then((explanation) => current && setFound({ state, explanation }))
    return () => {
      current = false
    }
  }, [asker, document, state])
  if (state === undefined) return undefined
  if (found?.state === state) return found.explanation
  const witnesses = document.witnesses[state]
  const route = document.statusQuo?.reaches[state]
  return witnesses && { witnesses, ...(route ? { route } : {}) }
}

/** The search for what would make a state hold: not begun, under way, stopped or done. */
export interface Searching {
  readonly running: boolean
  readonly seconds: number
  readonly stopped: boolean
  readonly found?: Inverse
  readonly failed?: string
  readonly start: () => void
  readonly stop: () => void
}

const IDLE = { running: false, seconds: 0, stopped: false } as const

/**
 * Searches in an engine of its own, so that it can be stopped at once and nobody waits behind it.
 */
export function useInverse({ files }: CaseView, state: string): Searching {
  const [searching, setSearching] = useState<Omit<Searching, 'start' | 'stop'>>(IDLE)
  const engine = useRef<Engine>(undefined)
  const close = (): void => {
    engine.current?.close()
    engine.current = undefined
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: another state or another text of the case makes the answer void
  useEffect(() => {
    setSearching(IDLE)
    return close
  }, [files, state])
  useEffect(() => {
    if (!searching.running) return
    const timer = setInterval(
      () => setSearching((last) => ({ ...last, seconds: last.seconds + 1 })),
      1000
    )
    return () => clearInterval(timer)
  }, [searching.running])
  const start = (): void => {
    const own = openEngine()
    engine.current = own
    setSearching({ ...IDLE, running: true })
    const done = (result: Partial<Searching>): void => {
      if (engine.current !== own) return
      close()
      setSearching({ ...IDLE, ...result })
    }
    own
      .ask('read', { files })
      .then(() => own.ask('stability', { inverse: state, effects: false }))
      .then(
        ({ inverse: found }) => done(found ? { found } : { stopped: true }),
        (reason: unknown) => done({ failed: messageOf(reason) })
      )
  }
  const stop = (): void => {
    close()
    setSearching({ ...IDLE, stopped: true })
  }
  return { ...searching, start, stop }
}
