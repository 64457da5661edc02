import { useMemo } from 'react'
import type { ZoneDrawn } from '../../engine/protocol.ts'
import { useWords } from '../../ui/use-words.ts'
import type { Frame } from './frame.ts'
import type { DrawnZone } from './picture.tsx'
import { areaShape } from './shapes.ts'
import { withdrawalTitle } from './zone-words.ts'

/** The bands of withdrawals as they are drawn, the widest first, so that no other hides below it. */
export function useZones(zones: readonly ZoneDrawn[], frame: Frame): readonly DrawnZone[] {
  const words = useWords()
  const paths = useMemo(
    () =>
      zones
        .toSorted((one, other) => other.km - one.km)
        .flatMap(({ withdrawal, km, bands, between }) => [
          ...between.map(({ parties, area }) => ({ withdrawal, km, parties, area })),
          ...bands.map(({ party, area }) => ({ withdrawal, km, parties: [party], area }))
        ])
        .map((one) => ({ ...one, path: frame.path(areaShape(one.area)) ?? '' })),
    [zones, frame]
  )
  const { t, source, said, party, numbers } = words
  return paths.flatMap(({ withdrawal: id, km, parties, path }) => {
    const withdrawal = source.process.withdrawals.get(id)
    if (!withdrawal || path === '') return []
    const title = t('map.zones.named', {
      what: withdrawalTitle(words, withdrawal),
      parties: said.list(parties.map(party)),
      km: numbers.judgement(km)
    })
    return [{ key: `${id} ${parties.join(' ')}`, id, parties, title, path }]
  })
}
