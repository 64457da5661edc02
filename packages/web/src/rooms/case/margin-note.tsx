import { Popover } from '@mantine/core'
import type { RefObject } from 'react'
import { useLayoutEffect, useState } from 'react'
import { useMessages } from '../../messages/index.ts'
import { NumberNote } from './number-note.tsx'
import type { Note } from './room.ts'
import { SourceNote } from './source-note.tsx'

interface Props {
  readonly note: Note | undefined
  readonly close: () => void
  readonly around: RefObject<HTMLElement | null>
}

/**
 * The one note at the margin. A case has hundreds of numbers, so it is hung on a mark that is laid
 * over the button asked.
 */
export function MarginNote({ note, close, around }: Props) {
  const t = useMessages()
  const [box, place] = useState({ left: 0, top: 0, width: 0, height: 0 })
  useLayoutEffect(() => {
    const outer = around.current?.getBoundingClientRect()
    const inner = note?.anchor.getBoundingClientRect()
    if (outer && inner)
      place({
        left: inner.left - outer.left,
        top: inner.top - outer.top,
        width: inner.width,
        height: inner.height
      })
  }, [note, around])
  const leave = (): void => {
    close()
    // Only once the note is gone: until then it keeps the focus to itself.
    requestAnimationFrame(() => note?.anchor.focus())
  }
  return (
    <Popover
      opened={note !== undefined}
      onChange={(open) => !open && leave()}
      position="bottom-start"
      trapFocus
      withArrow
      shadow="md"
    >
      <Popover.Target>
        <span aria-hidden="true" style={{ position: 'absolute', pointerEvents: 'none', ...box }} />
      </Popover.Target>
      <Popover.Dropdown
        w="min(25rem, calc(100vw - 2rem))"
        mah="80vh"
        style={{ overflowY: 'auto' }}
        aria-label={t('case.note')}
      >
        {note?.kind === 'number' && <NumberNote key={note.at} note={note} />}
        {note?.kind === 'source' && <SourceNote key={note.id} id={note.id} leave={close} />}
      </Popover.Dropdown>
    </Popover>
  )
}
