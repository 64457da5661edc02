import type { LonLat } from '@truce/core/geo'
import { useState } from 'react'
import type { Changing } from './change-lines.tsx'

/** One place that is asked for: what for, and what is done with it. */
export interface Picking {
  /** What is to be pointed at, in words. */
  readonly what: string
  readonly take: (at: LonLat) => void
}

/** What clicks on the map do: choose a zone, measure, draw, or point at one place. */
export interface MapWork {
  readonly measures: boolean
  readonly setMeasures: (on: boolean) => void
  readonly measured: readonly LonLat[]
  readonly setMeasured: (places: readonly LonLat[]) => void
  readonly changing: Changing | undefined
  readonly setChanging: (changing: Changing | undefined) => void
  readonly drawn: readonly LonLat[]
  readonly setDrawn: (places: readonly LonLat[]) => void
  readonly picking: Picking | undefined
  readonly pick: (picking: Picking | undefined) => void
  /** What a click on a place does; undefined where it chooses a zone. */
  readonly onPlace: ((at: LonLat) => void) | undefined
  /** The places that are marked. */
  readonly marked: readonly LonLat[]
}

/** One thing at a time: who draws does not measure, and one place is asked for before all else. */
export function useMapWork(): MapWork {
  const [measures, setMeasures] = useState(false)
  const [measured, setMeasured] = useState<readonly LonLat[]>([])
  const [changing, setChanging] = useState<Changing>()
  const [drawn, setDrawn] = useState<readonly LonLat[]>([])
  const [picking, pick] = useState<Picking>()
  const draws = changing?.way === 'draw'
  const added = draws
    ? (at: LonLat) => setDrawn([...drawn, at])
    : (at: LonLat) => setMeasured([...measured, at])
  const picked = picking
    ? (at: LonLat) => {
        pick(undefined)
        picking.take(at)
      }
    : undefined
  return {
    measures: measures && !draws,
    setMeasures: (on) => {
      setMeasures(on)
      if (on) setChanging(undefined)
    },
    measured,
    setMeasured,
    changing,
    setChanging,
    drawn,
    setDrawn,
    picking,
    pick,
    onPlace: picked ?? (draws || measures ? added : undefined),
    marked: draws ? drawn : measured
  }
}
