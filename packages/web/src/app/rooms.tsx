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
  ROOMS.map((room) => [room, lazy(() => loadRoom(room))])
) as Readonly<Record<Room, LazyExoticComponent<RoomPage>>>

/** Texts that a room needs beside its own. */
const MORE: Partial<Readonly<Record<Room, string>>> = {
  case: 'forms',
  ceasefire: 'forms',
  map: 'forms'
}

const loading = new Map<Room, Promise<{ readonly default: RoomPage }>>()

/** Loads a room with its texts: once, as soon as it is known that it will be gone to. */
export function loadRoom(room: Room): Promise<{ readonly default: RoomPage }> {
  const known = loading.get(room)
  if (known) return known
  const made = load(room)
  loading.set(room, made)
  made.catch(() => loading.delete(room))
  return made
}

async function load(room: Room): Promise<{ readonly default: RoomPage }> {
  const page = PAGES[`../rooms/${room}/index.tsx`]
  if (!page) return { default: EmptyRoom }
  const [module] = await Promise.all([page(), loadMessages(room), loadMessages(MORE[room] ?? room)])
  return module
}
