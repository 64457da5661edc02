import { bytesOf } from '@truce/core/log'
import { useCallback } from 'react'
import type { Told } from '../sharing/use-told.ts'
import { useTold } from '../sharing/use-told.ts'
import type { Pins } from './key-keep.ts'
import { pinsOf, secretOf } from './key-keep.ts'
import type { PaperLine, TrackKey } from './papers-api.ts'
import { keysIn, ownKeys, papersIn } from './papers-api.ts'
import type { Label } from './sealed.ts'
import { openLabel } from './sealed.ts'

/** A paper of the list: what names it, where that opens. */
export interface NamedPaper {
  readonly line: PaperLine
  readonly label: Label | undefined
}

/** All that the page of a track's papers shows. */
export interface TrackPapers {
  readonly secret: string | undefined
  readonly newest: string | undefined
  readonly keys: readonly TrackKey[]
  readonly pins: Pins
  readonly papers: readonly NamedPaper[]
  readonly more: boolean
}

/** The papers of a track with what names them, opened by the key of this browser. */
export function usePapers(track: string, person: string, before?: number): Told<TrackPapers> {
  const ask = useCallback(async (): Promise<TrackPapers> => {
    const [secret, own, keys, pins, { papers, more }] = await Promise.all([
      secretOf(person),
      ownKeys(),
      keysIn(track),
      pinsOf(person),
      papersIn(track, before)
    ])
    const named = await Promise.all(
      papers.map(async (line) => ({ line, label: await labelOf(line, track, secret) }))
    )
    return { secret, newest: own.at(-1), keys, pins, papers: named, more }
  }, [track, person, before])
  return useTold(ask)
}

async function labelOf(
  { mine }: PaperLine,
  track: string,
  secret: string | undefined
): Promise<Label | undefined> {
  if (mine === null || secret === undefined) return undefined
  return openLabel(bytesOf(mine.label) ?? new Uint8Array(), track, secret).catch(() => undefined)
}
