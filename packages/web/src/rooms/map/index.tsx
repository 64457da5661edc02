import type { ReactNode } from 'react'
import { useState } from 'react'
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
import { Settlements } from './settlements.tsx'
import { useCourses } from './use-courses.ts'
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

function OfLines({ courses }: { readonly courses: readonly LineCourse[] }): ReactNode {
  const { t, source } = useWords()
  const n = source.process.lines.size
  const drawn = new Set(courses.map(({ line }) => line)).size
  const working = useAnswer('zones', source.process.withdrawals.size > 0 ? {} : undefined)
  const { zones = [], troubles = [] } = working.answer ?? {}
  const [shown, setShown] = useState<string>(NARROWEST)
  const [chosen, setChosen] = useState<string>()
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
      >
        {zones.length > 0 ? <ZonePick zones={zones} shown={shown} onShown={setShown} /> : null}
      </MapSection>
      <Chosen id={chosen} />
      {working.pending && !working.answer ? (
        <Working of={working}>{t('map.zones.working')}</Working>
      ) : null}
      {zones.length > 0 ? <ZonesTable zones={zones} chosen={chosen} /> : null}
      {zones.length > 0 ? <Settlements zones={zones} /> : null}
      <Troubles troubles={troubles} />
      <Hands courses={courses} />
      <LinesTable courses={courses} />
    </div>
  )
}
