import type { ReactNode } from 'react'
import { useMemo } from 'react'
import { useWorkbench } from '../../state/use-workbench.ts'
import { RoomTitle } from '../../ui/room-title.tsx'
import { useWords } from '../../ui/use-words.ts'
import type { LineCourse } from './courses.ts'
import { coursesOf } from './courses.ts'
import { NoLines, NotReadable } from './empty.tsx'
import { LinesTable } from './lines-table.tsx'
import classes from './map.module.css'
import { MapSection } from './map-section.tsx'

/** The room Map: the case's lines and zones, each with whose claim it is. */
export default function MapRoom(): ReactNode {
  const { case: source, sound, files } = useWorkbench().view
  const courses = useMemo(() => (source ? coursesOf(source, files) : []), [source, files])
  if (!source || !sound) return <NotReadable />
  if (source.process.lines.size === 0) return <NoLines />
  return <OfLines courses={courses} />
}

function OfLines({ courses }: { readonly courses: readonly LineCourse[] }): ReactNode {
  const { t, source } = useWords()
  const n = source.process.lines.size
  const drawn = new Set(courses.map(({ line }) => line)).size
  return (
    <div className={classes['room']}>
      <div>
        <RoomTitle>{t('map.title')}</RoomTitle>
        <p className={classes['lead']} role="status">
          {drawn > 0 && drawn < n ? t('map.lead.some', { drawn, n }) : t('map.lead', { n: drawn })}
        </p>
      </div>
      <MapSection courses={courses} />
      <LinesTable courses={courses} />
    </div>
  )
}
