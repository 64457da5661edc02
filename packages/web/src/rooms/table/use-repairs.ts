import { useCallback, useState } from 'react'
import type { Draft, Questions } from '../../engine/protocol.ts'
import { Superseded } from '../../engine/protocol.ts'
import type { Workbench } from '../../state/workbench.ts'
import { keyOf } from './judging.ts'

/** What is known about the repairs of one package. */
export type Mending =
  | { readonly state: 'asking' }
  | { readonly state: 'failed'; readonly why: string }
  | { readonly state: 'found'; readonly found: Questions['repairs']['answer'] }

/**
 * The repairs asked for so far, by what was asked; those of another package, or of another text of
 * the case, are not shown.
 */
export interface Repairing {
  readonly of: (draft: Draft) => Mending | undefined
  readonly look: (draft: Draft) => void
  readonly close: (draft: Draft) => void
}

/** Asks for repairs when told to. */
export function useRepairs({ engine, view: { case: source } }: Workbench): Repairing {
  const [known, setKnown] = useState<{
    readonly source: unknown
    readonly by: ReadonlyMap<string, Mending>
  }>({
    source,
    by: new Map()
  })
  const by = known.source === source ? known.by : undefined
  const put = useCallback(
    (key: string, mending: Mending | undefined) =>
      setKnown((before) => ({
        source,
        by: changed(before.source === source ? before.by : new Map(), key, mending)
      })),
    [source]
  )
  const look = (draft: Draft): void => {
    const key = keyOf(draft)
    put(key, { state: 'asking' })
    engine.ask('repairs', { draft }).then(
      (found) => put(key, { state: 'found', found }),
      (reason) =>
        put(
          key,
          reason instanceof Superseded
            ? undefined
            : { state: 'failed', why: String(reason?.message ?? reason) }
        )
    )
  }
  return {
    of: (draft) => by?.get(keyOf(draft)),
    look,
    close: (draft) => put(keyOf(draft), undefined)
  }
}

function changed(
  by: ReadonlyMap<string, Mending>,
  key: string,
  mending: Mending | undefined
): ReadonlyMap<string, Mending> {
  const next = new Map(by)
  if (mending) next.set(key, mending)
  else next.delete(key)
  return next
}
