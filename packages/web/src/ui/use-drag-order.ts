import type { KeyboardEvent, PointerEvent, RefObject } from 'react'
import { useLayoutEffect, useRef, useState } from 'react'

/** What a list that is put in order by hand needs: its handlers, and those of each grip. */
export interface DragOrder {
  readonly list: {
    readonly ref: RefObject<HTMLOListElement | null>
    readonly onPointerDown: (event: PointerEvent) => void
    readonly onPointerMove: (event: PointerEvent) => void
    readonly onPointerUp: () => void
    readonly onPointerCancel: () => void
  }
  /** Of the handle of an entry: by the arrow keys it moves it too. */
  readonly grip: (id: string) => {
    readonly 'data-grip': string
    readonly onKeyDown: (event: KeyboardEvent) => void
  }
  readonly held: string | undefined
}

/**
 * A list put in order by dragging its entries by their grips, or by the arrow keys on one. The
 * pointer is held by the list, which stays where it is while its entries move.
 */
export function useDragOrder(
  ids: readonly string[],
  put: (ids: readonly string[]) => void
): DragOrder {
  const ref = useRef<HTMLOListElement>(null)
  const [held, hold] = useState<string>()
  const keyed = useRef<string>(undefined)
  useLayoutEffect(() => {
    // An entry that is put elsewhere in the page loses the focus.
    if (keyed.current !== undefined) gripIn(ref.current, keyed.current)?.focus()
    keyed.current = undefined
  })
  const move = (id: string, to: number): void => {
    const place = Math.min(Math.max(to, 0), ids.length - 1)
    if (ids.indexOf(id) !== place) put(movedTo(ids, id, place))
  }
  return {
    held,
    list: {
      ref,
      onPointerDown: (event) => {
        const grip = event.target instanceof Element ? event.target.closest('[data-grip]') : null
        const id = grip?.getAttribute('data-grip') ?? undefined
        if (id === undefined || !ids.includes(id)) return
        event.currentTarget.setPointerCapture(event.pointerId)
        hold(id)
      },
      onPointerMove: ({ clientY }) => {
        if (held !== undefined && ref.current) move(held, placeAt(ref.current, clientY))
      },
      onPointerUp: () => hold(undefined),
      onPointerCancel: () => hold(undefined)
    },
    grip: (id) => ({
      'data-grip': id,
      onKeyDown: (event) => {
        const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
        if (by === 0) return
        event.preventDefault()
        keyed.current = id
        move(id, ids.indexOf(id) + by)
      }
    })
  }
}

/** The list with an entry at another place. */
export function movedTo(ids: readonly string[], id: string, place: number): readonly string[] {
  const rest = ids.filter((one) => one !== id)
  return [...rest.slice(0, place), id, ...rest.slice(place)]
}

/** The place of the entry at a height of the window: as many as end above it. */
function placeAt(list: HTMLOListElement, y: number): number {
  return [...list.children].filter((entry) => entry.getBoundingClientRect().bottom < y).length
}

const gripIn = (list: Element | null, id: string): HTMLElement | undefined =>
  [...(list?.querySelectorAll<HTMLElement>('[data-grip]') ?? [])].find(
    (grip) => grip.dataset['grip'] === id
  )
