import { useElementSize } from '@mantine/hooks'
import type { CurveDrawn, CurveShape } from '@truce/core/report/pictures'
import { MARK_HEIGHT, readingsCurve } from '@truce/core/report/pictures'
import { useWords } from '../../ui/use-words.ts'
import classes from './readings.module.css'

/** Before it is known how wide the page is; and as high as small letters are. */
const ROOM = { width: 640, letters: 14 }
/** Wider, it would only be drawn out. */
const MOST = 760

/**
 * A specification curve as wide as there is room for it, lettered as the text around it: on a narrow
 * page the labels stand above their marks. `label` says it to whoever does not see it.
 */
export function Curve({ drawn, label }: { readonly drawn: CurveDrawn; readonly label: string }) {
  const { said, source } = useWords()
  const { ref, width: wide } = useElementSize<HTMLDivElement>()
  const about = { words: said, source }
  const { width, height, shapes } = readingsCurve(about, drawn, {
    ...ROOM,
    width: Math.min(wide || ROOM.width, MOST)
  })
  return (
    <div ref={ref} className={classes['curve']}>
      <svg width={width} height={height} role="img" aria-label={label}>
        {shapes.map((shape, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a picture have no names, and keep their places
          <Shape key={place} shape={shape} />
        ))}
      </svg>
    </div>
  )
}

function Shape({ shape }: { readonly shape: CurveShape }) {
  switch (shape.kind) {
    case 'rule':
      return <line x1={shape.x1} x2={shape.x2} y1={shape.y} y2={shape.y} />
    case 'dot':
      return <circle cx={shape.x} cy={shape.y} r={2.5} data-verdict={shape.verdict} />
    case 'mark':
      return <rect x={shape.x} y={shape.y} width={shape.width} height={MARK_HEIGHT} />
    case 'text':
      return (
        <text x={shape.x} y={shape.y} data-end={shape.isEnd} data-head={shape.isHead}>
          {shape.words}
        </text>
      )
  }
}
