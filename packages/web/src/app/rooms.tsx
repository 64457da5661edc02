/// <reference types="vite/client" />
import type { ComponentType, LazyExoticComponent } from 'react'
import { lazy } from 'react'
import { loadMessages } from '../messages/index.ts'
import type { Room } from '../state/workbench.ts'
import { ROOMS } from '../state/workbench.ts'
import { EmptyRoom } from './empty-room.tsx'

type RoomPage = ComponentType

const PAGES = import.meta.glob<{ readonly default: RoomPage }>('../rooms/*/index.tsx')

/** Each room with its texts, loaded when it is first gone to. */
export const PAGE_OF = Object.fromEntries(
  ROOMS.map((room) => [room, lazy(() => load(room))])
) as Readonly<Record<Room, LazyExoticComponent<RoomPage>>>

/** Texts that a room needs beside its own. */
const MORE: Partial<Readonly<Record<Room, string>>> = { case: 'forms' }

async function load(room: Room): Promise<{ readonly default: RoomPage }> {
  const page = PAGES[`../rooms/${room}/index.tsx`]
  if (!page) return { default: EmptyRoom }
  const [module] = await Promise.all([page(), loadMessages(room), loadMessages(MORE[room] ?? room)])
  return module
}
