import { useElementSize } from '@mantine/hooks'
import type { Line } from '@truce/core/model'
import type { ReactNode } from 'react'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { ZoneDrawn } from '../../engine/protocol.ts'
import { Quiet } from '../../ui/quiet.tsx'
import { useWords } from '../../ui/use-words.ts'
import { ChangeLines } from './change-lines.tsx'
import type { LineCourse } from './courses.ts'
import { isGeoJson } from './courses.ts'
import { datesOf, endsOf, shownOn } from './dates.ts'
import { DaySlider } from './day-slider.tsx'
import { drawnIn } from './drawn.ts'
import type { Frame } from './frame.ts'
import { frameOf } from './frame.ts'
import type { GroundMarks } from './ground-marks.ts'
import { Handles } from './handles.tsx'
import classes from './map.module.css'
import { MapTools } from './map-tools.tsx'
import { Measure } from './measure.tsx'
import { Picture } from './picture.tsx'
import { Pointing } from './pointing.tsx'
import { shapeText } from './read-course.ts'
import { SavePicture } from './save-buttons.tsx'
import { linesShape } from './shapes.ts'
import { useCross } from './use-cross.ts'
import { useLand } from './use-land.ts'
import type { MapWork } from './use-map-work.ts'
import { useView } from './use-view.ts'
import { useWarm } from './use-warm.ts'
import { ZoneKey } from './zone-key.tsx'
import { useZones } from './zones-drawn.ts'

interface MapSectionProps {
  readonly courses: readonly LineCourse[]
  /** The zones that are shown. */
  readonly zones: readonly ZoneDrawn[]
  /** The withdrawal whose zone was clicked. */
  readonly chosen: string | undefined
  readonly onZone: (id: string) => void
  /** What clicks on the map do. */
  readonly work: MapWork
  /** Settlements, what was seen, and whose side is where. */
  readonly marks: GroundMarks
  /** The line that is spoken of below. */
  readonly onLine: (id: string) => void
  /** What is picked beside the day. */
  readonly children?: ReactNode
}

/** The map with its days, and what can be done with it. */
export function MapSection({
  courses,
  zones,
  chosen,
  onZone,
  work,
  marks,
  onLine,
  children
}: MapSectionProps): ReactNode {
  const { t, source } = useWords()
  const { ref, width } = useElementSize<HTMLDivElement>()
  const svg = useRef<SVGSVGElement>(null)
  const frame = useFrame(courses, width)
  const looking = useView(frame, svg)
  const { path: land, failed } = useLand(frame)
  const { days, day, setDay } = useDay(courses)
  const lines = shownOn(courses, day).map((course) => drawnIn(frame, course))
  const drawnZones = useZones(zones, frame)
  useWarm(courses, frame)
  const { changing, picking, pick } = work
  const leave = (): void => pick(undefined)
  const cross = useCross({ frame, looking, onPlace: work.onPlace, onLeave: leave })
  useEffect(() => {
    if (!picking) return
    const ground = svg.current?.parentElement
    ground?.scrollIntoView({ block: 'center' })
    ground?.focus({ preventScroll: true })
  }, [picking])
  const moved = changing?.way === 'move' ? source.process.lines.get(changing.line) : undefined
  return (
    <section aria-labelledby="map-picture" className={classes['section']}>
      <h3 id="map-picture" className={classes['unseen']}>
        {t('map.title')}
      </h3>
      <div className={classes['picks']}>
        {children}
        {days.length > 1 ? <DaySlider days={days} day={day} onDay={setDay} /> : null}
      </div>
      <MapTools looking={looking} measures={work.measures} onMeasures={work.setMeasures} />
      <Pointing picking={picking} place={cross.place} onLeave={leave} />
      <div
        ref={ref}
        className={classes['ground']}
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the picture is moved by keys
        tabIndex={0}
        aria-label={t(work.onPlace ? 'map.picture.keys.place' : 'map.picture.keys')}
        onKeyDown={cross.onKeyDown}
      >
        <Picture
          {...{ frame, looking, svg, land, lines }}
          zones={drawnZones}
          chosen={chosen}
          measured={work.marked}
          marks={marks}
          cross={cross.at}
          onZone={onZone}
          onPlace={work.onPlace}
        >
          {moved ? (
            <Handles
              frame={frame}
              view={looking.view}
              line={moved}
              otherwise={otherwiseIn(courses, moved)}
            />
          ) : null}
        </Picture>
      </div>
      <Quiet as="p">{failed ? t('map.land.failed') : t('map.land.source')}</Quiet>
      <ZoneKey zones={drawnZones} marks={marks} />
      <SavePicture svg={svg} frame={frame} lines={lines} zones={drawnZones} marks={marks} />
      {work.measures || work.measured.length > 0 ? (
        <Measure places={work.measured} onPlaces={work.setMeasured} />
      ) : null}
      <ChangeLines
        changing={changing}
        onChanging={work.setChanging}
        drawn={work.drawn}
        onDrawn={work.setDrawn}
        courses={courses}
        pick={pick}
        onLine={onLine}
      />
    </section>
  )
}

/** The course of a line whose file is no GeoJSON, as such. */
function otherwiseIn(courses: readonly LineCourse[], line: Line): string | undefined {
  const shape = isGeoJson(line) ? undefined : courses.find((one) => one.of === line)?.shape()
  return shape && shapeText(shape)
}

/** Before it is known how wide the page is; wider, the picture would only be drawn out. */
const WIDTH = { least: 240, first: 640, most: 1200 }
const HEIGHT = { share: 0.62, more: 120, most: 640 }

/** What the lines fit into, as wide as the page is. Moving a vertex does not move the picture. */
function useFrame(courses: readonly LineCourse[], wide: number): Frame {
  const width = Math.round(Math.min(Math.max(wide || WIDTH.first, WIDTH.least), WIDTH.most))
  const [fitted] = useState(() =>
    endsOf(courses).map((one) => linesShape(one.shape()?.courses ?? []))
  )
  return useMemo(() => {
    const height = Math.round(Math.min(HEIGHT.share * width + HEIGHT.more, HEIGHT.most))
    return frameOf(fitted, { width, height })
  }, [fitted, width])
}

function useDay(courses: readonly LineCourse[]): {
  readonly days: readonly string[]
  readonly day: string
  readonly setDay: (day: string) => void
} {
  const days = useMemo(() => datesOf(courses), [courses])
  const [asked, setDay] = useState<string>()
  const day = asked !== undefined && days.includes(asked) ? asked : (days.at(-1) ?? '')
  return { days, day, setDay }
}
