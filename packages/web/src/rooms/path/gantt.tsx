import { Button } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import type { GanttShape } from '@truce/core/report/pictures'
import { planGantt } from '@truce/core/report/pictures'
import type { OrderFound, PlanDocument } from '@truce/core/report/plan'
import { dateLines, daysWords, tieLines } from '@truce/core/report/plan'
import type { ReactNode } from 'react'
import { useRef, useState } from 'react'
import { messageOf } from '../../state/message-of.ts'
import { useWorkbench } from '../../state/use-workbench.ts'
import { download } from '../../ui/download.ts'
import { PartyMark } from '../../ui/party-mark.tsx'
import { pngOf } from '../../ui/png-of.ts'
import { Quiet } from '../../ui/quiet.tsx'
import { svgOf } from '../../ui/svg-of.ts'
import { useWords } from '../../ui/use-words.ts'
import classes from './path.module.css'

/** Before it is known how wide the page is; and as high as small letters are. */
const ROOM = { width: 640, letters: 14 }
/** Wider, it would only be drawn out. */
const MOST = 960

/** What the picture is saved as. */
const FORMS = ['svg', 'png'] as const

/** What the picture of an order needs. */
export interface GanttProps {
  readonly plan: PlanDocument
  readonly found: OrderFound
}

/** The order as a Gantt chart, with what stands for whom, the days it counts from and what waits. */
export function Gantt({ plan, found }: GanttProps): ReactNode {
  const { said, source, t, hue, proposal: titled } = useWords()
  const { view } = useWorkbench()
  const { ref, width: wide } = useElementSize<HTMLDivElement>()
  const svg = useRef<SVGSVGElement>(null)
  const about = { words: said, source }
  const { width, height, shapes } = planGantt(about, found, {
    ...ROOM,
    width: Math.min(wide || ROOM.width, MOST)
  })
  const givers = new Set(shapes.flatMap((shape) => (shape.kind === 'bar' ? [shape.party] : [])))
  const notes = [...daysWords(about, found), ...dateLines(about, found), ...tieLines(about, found)]
  const [failed, setFailed] = useState<string>()
  const name = `${view.id}-${plan.settings.proposal}`
  const save = async (form: (typeof FORMS)[number]): Promise<void> => {
    if (!svg.current) return
    const title = said.say('plan.gantt', { proposal: titled(plan.settings.proposal) })
    const text = svgOf([svg.current], { width, height, title })
    const made =
      form === 'svg'
        ? new Blob([text], { type: 'image/svg+xml' })
        : await pngOf(text, { width, height })
    download(`${name}.${form}`, made)
  }
  return (
    <section aria-labelledby="path-picture">
      <h3 id="path-picture" className={classes.heading}>
        {t('path.picture.title')}
      </h3>
      <ul className={classes.key}>
        {[...givers].map((party) => (
          <li key={party}>
            <PartyMark party={party} />
          </li>
        ))}
      </ul>
      <div ref={ref} className={classes.gantt}>
        <svg
          ref={svg}
          width={width}
          height={height}
          role="img"
          aria-label={t('path.picture.label', { n: found.periods.length - 1 })}
        >
          {shapes.map((shape, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a picture have no names, and keep their places
            <Shape key={place} shape={shape} colour={(party) => hue(party).color} />
          ))}
        </svg>
      </div>
      <Quiet as="p">{t('path.picture.key')}</Quiet>
      {notes.map((line) => (
        <Quiet as="p" key={line}>
          {line}
        </Quiet>
      ))}
      <div className={`${classes.key} no-print`}>
        {FORMS.map((form) => (
          <Button
            key={form}
            variant="default"
            size="compact-sm"
            onClick={() => void save(form).catch((error: unknown) => setFailed(messageOf(error)))}
          >
            {t(`path.picture.${form}`)}
          </Button>
        ))}
      </div>
      {failed === undefined ? null : (
        <p role="alert">{t('work.keep.failed', { reason: failed })}</p>
      )}
    </section>
  )
}

interface ShapeProps {
  readonly shape: GanttShape
  readonly colour: (party: string) => string
}

function Shape({ shape, colour }: ShapeProps): ReactNode {
  switch (shape.kind) {
    case 'rule':
      return <line x1={shape.x} x2={shape.x} y1={shape.y1} y2={shape.y2} />
    case 'bar': {
      const { party, x, y, width, height } = shape
      return <rect {...{ x, y, width, height }} style={{ fill: colour(party) }} />
    }
    case 'frame': {
      const { x, y, width, height } = shape
      return <rect {...{ x, y, width, height }} rx={3} data-frame="true" />
    }
    case 'gate': {
      const { x, y, size } = shape
      const corners = [
        [x, y - size],
        [x + size, y],
        [x, y + size],
        [x - size, y]
      ]
      return <polygon points={corners.map((corner) => corner.join(',')).join(' ')} />
    }
    case 'text':
      return (
        <text x={shape.x} y={shape.y} data-tone={shape.tone} data-end={shape.isEnd}>
          {shape.words}
        </text>
      )
  }
}
