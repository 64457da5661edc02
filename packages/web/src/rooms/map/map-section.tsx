import { Button } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import type { LonLat } from '@truce/core/geo'
import { wrappedWords } from '@truce/core/report/pictures'
import type { ReactNode } from 'react'
import { useMemo, useRef, useState } from 'react'
import { messageOf } from '../../state/message-of.ts'
import { Quiet } from '../../ui/quiet.tsx'
import { useWords } from '../../ui/use-words.ts'
import type { LineCourse } from './courses.ts'
import { datesOf, endsOf, shownOn } from './dates.ts'
import { DaySlider } from './day-slider.tsx'
import { drawnIn } from './drawn.ts'
import { frameOf } from './frame.ts'
import { lineSaid } from './line-words.ts'
import classes from './map.module.css'
import { Measure } from './measure.tsx'
import { Picture } from './picture.tsx'
import { savePng, saveSvg } from './save-picture.ts'
import { linesShape } from './shapes.ts'
import { useLand } from './use-land.ts'
import { useView } from './use-view.ts'

/** Before it is known how wide the page is. */
const FIRST = 640
const MOST = 1200

/** The map with its days, and what can be done with it. */
export function MapSection({ courses }: { readonly courses: readonly LineCourse[] }): ReactNode {
  const words = useWords()
  const { t } = words
  const { ref, width: wide } = useElementSize<HTMLDivElement>()
  const svg = useRef<SVGSVGElement>(null)
  const width = Math.round(Math.min(wide || FIRST, MOST))
  const height = Math.round(Math.min(0.62 * width + 120, 640))
  const days = useMemo(() => datesOf(courses), [courses])
  const [asked, setDay] = useState<string>()
  const day = asked !== undefined && days.includes(asked) ? asked : (days.at(-1) ?? '')
  const frame = useMemo(
    () =>
      frameOf(
        endsOf(courses).map((one) => linesShape(one.shape()?.courses ?? [])),
        { width, height }
      ),
    [courses, width, height]
  )
  const looking = useView(frame, svg)
  const { path: land, failed } = useLand(frame)
  const lines = shownOn(courses, day).map((course) => drawnIn(frame, course))
  const [measures, setMeasures] = useState(false)
  const [places, setPlaces] = useState<readonly LonLat[]>([])
  const [problem, setProblem] = useState<string>()
  const leaving = () => ({
    width,
    height,
    name: 'map',
    title: t('map.title'),
    lines: [
      ...lines.map(({ line, day: of }) => lineSaid(words, line, of)),
      t('map.land.source')
    ].flatMap((line) => wrappedWords(line, width / 7))
  })
  return (
    <section aria-labelledby="map-picture" className={classes['section']}>
      <h3 id="map-picture" className={classes['unseen']}>
        {t('map.title')}
      </h3>
      {days.length > 1 ? <DaySlider days={days} day={day} onDay={setDay} /> : null}
      <div className={`${classes['tools']} no-print`}>
        {(['closer', 'farther', 'whole'] as const).map((way) => (
          <Button key={way} variant="default" size="compact-sm" onClick={looking[way]}>
            {t(`map.picture.${way}`)}
          </Button>
        ))}
        <Button
          variant={measures ? 'filled' : 'default'}
          size="compact-sm"
          aria-pressed={measures}
          onClick={() => setMeasures(!measures)}
        >
          {t('map.measure.on')}
        </Button>
        <Quiet>{t('map.picture.hint')}</Quiet>
      </div>
      <div
        ref={ref}
        className={classes['ground']}
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the picture is moved by keys
        tabIndex={0}
        aria-label={t('map.picture.keys')}
        onKeyDown={looking.onKeyDown}
      >
        <Picture
          {...{ frame, looking, svg, land, lines }}
          zones={[]}
          chosen={undefined}
          measured={places}
          onZone={() => {}}
          onPlace={measures ? (at) => setPlaces([...places, at]) : undefined}
        />
      </div>
      <Quiet as="p">{failed ? t('map.land.failed') : t('map.land.source')}</Quiet>
      <div className={`${classes['tools']} no-print`}>
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => svg.current && saveSvg(svg.current, leaving())}
        >
          {t('map.picture.svg')}
        </Button>
        <Button
          variant="default"
          size="compact-sm"
          onClick={() =>
            svg.current &&
            void savePng(svg.current, leaving()).then(
              () => setProblem(undefined),
              (error: unknown) => setProblem(messageOf(error))
            )
          }
        >
          {t('map.picture.png')}
        </Button>
      </div>
      {problem === undefined ? null : (
        <p role="alert">{t('map.picture.failed', { reason: problem })}</p>
      )}
      {measures || places.length > 0 ? <Measure places={places} onPlaces={setPlaces} /> : null}
    </section>
  )
}
