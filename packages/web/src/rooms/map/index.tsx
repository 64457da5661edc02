import type { Settlement } from '@truce/core/geo'
import type { ReactNode } from 'react'
import { useMemo, useState } from 'react'
import { useWorkbench } from '../../state/use-workbench.ts'
import { RoomTitle } from '../../ui/room-title.tsx'
import { useAnswer } from '../../ui/use-answer.ts'
import { useWords } from '../../ui/use-words.ts'
import { Working } from '../../ui/working.tsx'
import type { LineCourse } from './courses.ts'
import { NoLines, NotReadable } from './empty.tsx'
import { Hands } from './hands.tsx'
import { LinesTable } from './lines-table.tsx'
import classes from './map.module.css'
import { MapSection } from './map-section.tsx'
import { SeenSection } from './seen-section.tsx'
import { Settlements } from './settlements.tsx'
import { useCourses } from './use-courses.ts'
import { useMapWork } from './use-map-work.ts'
import { useMarks } from './use-marks.ts'
import { usePlaces } from './use-places.ts'
import type { SeenMoments } from './use-positions.ts'
import { usePositions } from './use-positions.ts'
import { useSeen } from './use-seen.ts'
import { Chosen, NARROWEST, Troubles, ZonePick, zonesShown } from './zone-parts.tsx'
import { ZonesTable } from './zones-table.tsx'

/** The room Map: the case's lines and zones, each with whose claim it is. */
export default function MapRoom(): ReactNode {
  const { case: source, sound, files } = useWorkbench().view
  const courses = useCourses(source, files)
  if (!source || !sound) return <NotReadable />
  if (source.process.lines.size === 0) return <NoLines />
  return <OfLines courses={courses} />
}

const NONE: readonly Settlement[] = []

function OfLines({ courses }: { readonly courses: readonly LineCourse[] }): ReactNode {
  const { t, source } = useWords()
  const n = source.process.lines.size
  const drawn = new Set(courses.map(({ line }) => line)).size
  const working = useAnswer('zones', source.process.withdrawals.size > 0 ? {} : undefined)
  const { zones = [], troubles = [] } = working.answer ?? {}
  const [shown, setShown] = useState<string>(NARROWEST)
  const [chosen, setChosen] = useState<string>()
  const [spoken, speakOf] = useState<string>()
  const [moments, setMoments] = useState<SeenMoments>({})
  const work = useMapWork()
  const [places, seen] = [usePlaces(), useSeen()]
  const hasZones = zones.length > 0
  const judging = usePositions(seen.rows, moments, hasZones)
  const lines = source.process.lines
  const marks = useMarks({
    places: places.places ?? NONE,
    zones: useMemo(() => zonesShown(zones, shown), [zones, shown]),
    seen: seen.rows,
    judged: judging.answer?.judged,
    sided: work.changing || spoken === undefined ? undefined : lines.get(spoken)
  })
  return (
    <div className={classes['room']}>
      <div>
        <RoomTitle>{t('map.title')}</RoomTitle>
        <p className={classes['lead']} role="status">
          {drawn > 0 && drawn < n ? t('map.lead.some', { drawn, n }) : t('map.lead', { n: drawn })}
        </p>
      </div>
      <MapSection
        courses={courses}
        zones={zonesShown(zones, shown)}
        chosen={chosen}
        onZone={setChosen}
        work={work}
        marks={marks}
        onLine={speakOf}
      >
        {zones.length > 0 ? <ZonePick zones={zones} shown={shown} onShown={setShown} /> : null}
      </MapSection>
      <Chosen id={chosen} />
      {working.pending && !working.answer ? (
        <Working of={working}>{t('map.zones.working')}</Working>
      ) : null}
      {zones.length > 0 ? <ZonesTable zones={zones} chosen={chosen} /> : null}
      <Settlements list={places} zones={zones} />
      <SeenSection
        list={seen}
        moments={moments}
        onMoments={setMoments}
        working={judging}
        hasZones={hasZones}
        pick={work.pick}
      />
      <Troubles troubles={troubles} />
      <Hands courses={courses} />
      <LinesTable courses={courses} />
    </div>
  )
}
