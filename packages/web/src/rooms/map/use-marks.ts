import type { Judged, Observed, Settlement } from '@truce/core/geo'
import type { Line } from '@truce/core/model'
import { useMemo } from 'react'
import type { ZoneDrawn } from '../../engine/protocol.ts'
import { useWords } from '../../ui/use-words.ts'
import type { GroundMarks, PlaceMark } from './ground-marks.ts'
import { inZone, isIn, seenState } from './ground-marks.ts'
import { seenWhat } from './seen-words.ts'

interface Marked {
  readonly places: readonly Settlement[]
  /** The zones that are shown. */
  readonly zones: readonly ZoneDrawn[]
  readonly seen: readonly Observed[]
  readonly judged: Judged | undefined
  /** The line whose sides are shown. */
  readonly sided: Line | undefined
}

/** What is marked on the map, in words. */
export function useMarks({ places, zones, seen, judged, sided }: Marked): GroundMarks {
  const words = useWords()
  const { t, party: named } = words
  const placed = useMemo(
    () =>
      places.map((place): PlaceMark => {
        const isInside = zones.some((zone) => isIn(inZone(place, zone)))
        const name = place.names.join(' / ')
        const title = t(isInside ? 'map.places.is.inside' : 'map.places.is.outside', { name })
        const key = `${name} ${place.at.join(' ')}`
        return { key, at: place.at, name: place.names[0] ?? '', title, isInside }
      }),
    [places, zones, t]
  )
  return {
    places: placed,
    seen: seen.map((one) => {
      const state = seenState(one, judged)
      const what = seenWhat(words, one)
      const said = {
        row: one.row,
        what,
        party: named(one.party),
        state: t(`map.seen.state.${state}`)
      }
      return {
        row: one.row,
        party: one.party,
        at: one.place,
        title: t('map.seen.marked', said),
        state
      }
    }),
    sides: [...(sided?.sides ?? [])].map(([party, at]) => ({
      party,
      at,
      title: t('map.sides.here', { party: named(party) })
    }))
  }
}
