import type { Scales } from './draw.ts'
import { MARGINS } from './draw.ts'
import type { Picked } from './frontier-plot.tsx'
import type { Box, Placement } from './labels.ts'
import { placeLabels, readable } from './labels.ts'
import picture from './plot.module.css'
import type { Mark, Scene } from './scene.ts'

/** A name may take this share of the picture's width; the table has every name whole. */
const WIDEST = 0.5
/** A picture narrower than this, in pixels, has room only for names beside their points. */
const SMALL = 500

/**
 * The named points with their names beside them, the way to a package better for all, and a ring
 * around what is looked at.
 */
export function Overlay({
  scene,
  scales,
  picked
}: {
  readonly scene: Scene
  readonly scales: Scales
  readonly picked: Picked | undefined
}) {
  const { width, height } = scales
  const labels = namesIn(scene, scales)
  const ring =
    picked &&
    ('dot' in picked ? scene.dots[picked.dot] : scene.marks.find(({ id }) => id === picked.mark))
  return (
    <svg
      className={picture['overlay']}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      aria-hidden="true"
    >
      {scene.ghosts.map((ghost) => (
        <Shape key={ghost.id} mark={ghost} scales={scales} className={picture['ghost'] ?? ''} />
      ))}
      {scene.arrow && <Arrow arrow={scene.arrow} scales={scales} />}
      {scene.marks.map((mark) => (
        <Shape key={mark.id} mark={mark} scales={scales} className={picture[mark.kind] ?? ''} />
      ))}
      {ring && (
        <circle cx={scales.x(ring.x)} cy={scales.y(ring.y)} r={10} className={picture['ring']} />
      )}
      {labels.map((label) => (
        <Name
          key={label.id}
          label={label}
          mark={scene.marks.find(({ id }) => id === label.id)}
          scales={scales}
        />
      ))}
    </svg>
  )
}

/** The names that can be read, each with its place. */
function namesIn(scene: Scene, scales: Scales): readonly Placement[] {
  const important = [...scene.marks].sort((a, b) => rank(a) - rank(b))
  const placed = placeLabels(
    important.map((mark) => ({
      id: mark.id,
      x: scales.x(mark.x),
      y: scales.y(mark.y),
      width: widthOf(shortened(mark, scales))
    })),
    {
      frame: frameOf(scales),
      dots: scene.dots.map(({ x, y }) => ({ x: scales.x(x), y: scales.y(y) })),
      taken: [...noDealWords(scales), ...noDealLines(scales)]
    }
  )
  return readable(scales.width < SMALL ? placed.filter(({ far }) => !far) : placed)
}

/** A name beside its point, or at the end of a line from it. */
function Name({
  label,
  mark,
  scales
}: {
  readonly label: Placement
  readonly mark: Mark | undefined
  readonly scales: Scales
}) {
  if (!mark) return null
  const { x, y, width, height, far } = label
  const [px, py] = [scales.x(mark.x), scales.y(mark.y)]
  const [nx, ny] = [Math.min(x + width, Math.max(x, px)), Math.min(y + height, Math.max(y, py))]
  return (
    <>
      {far && <path className={picture['leader']} d={`M${px},${py}L${nx},${ny}`} />}
      <text x={x + width / 2} y={y + 12} className={picture['name']}>
        {shortened(mark, scales)}
      </text>
    </>
  )
}

/** Where names may stand: between the axes. */
const frameOf = ({ width, height }: Scales): Box => ({
  x: MARGINS.marginLeft,
  y: MARGINS.marginTop - 6,
  width: width - MARGINS.marginLeft,
  height: height - MARGINS.marginTop - MARGINS.marginBottom + 6
})

/** Where the picture itself says `no deal`, at the ends of the two lines. */
const noDealWords = ({ x, y, width }: Scales): readonly Box[] => [
  { x: x(0) + 4, y: MARGINS.marginTop, width: 56, height: 16 },
  { x: width - MARGINS.marginRight - 60, y: y(0) + 1, width: 60, height: 16 }
]

/** The two lines of no deal: a name that one of them strikes through is hard to read. */
const noDealLines = ({ x, y, width, height }: Scales): readonly Box[] => [
  { x: x(0) - 3, y: 0, width: 6, height },
  { x: 0, y: y(0) - 3, width, height: 6 }
]

const FONT = '14px "Truce Text", sans-serif'
let canvas: CanvasRenderingContext2D | null | undefined

function widthOf(name: string): number {
  canvas ??= document.createElement('canvas').getContext('2d')
  if (!canvas) return name.length * 7
  canvas.font = FONT
  return canvas.measureText(name).width
}

const rank = ({ kind }: Mark): number => ['solution', 'proposal', 'outside'].indexOf(kind)

function shortened({ name, brief }: Mark, { width }: Scales): string {
  const most = WIDEST * width
  if (widthOf(name) <= most) return name
  if (brief !== undefined && widthOf(brief) <= most) return brief
  const letters = Math.floor((name.length * most) / widthOf(name))
  return `${name.slice(0, letters - 1).trimEnd()}…`
}

/** A diamond for a solution, a ring for a proposal. It glides to where it goes. */
function Shape({
  mark,
  scales,
  className
}: {
  readonly mark: Mark
  readonly scales: Scales
  readonly className: string
}) {
  const style = { transform: `translate(${scales.x(mark.x)}px, ${scales.y(mark.y)}px)` }
  return (
    <g className={`${picture['glide']} ${className}`} style={style}>
      {mark.kind === 'solution' ? <path d="M0,-7L7,0L0,7L-7,0Z" /> : <circle r={5.5} />}
    </g>
  )
}

function Arrow({
  arrow,
  scales
}: {
  readonly arrow: NonNullable<Scene['arrow']>
  readonly scales: Scales
}) {
  const [x1, y1] = [scales.x(arrow.from[0]), scales.y(arrow.from[1])]
  const [x2, y2] = [scales.x(arrow.to[0]), scales.y(arrow.to[1])]
  const length = Math.hypot(x2 - x1, y2 - y1)
  if (length < 14) return null
  const angle = (Math.atan2(y2 - y1, x2 - x1) * 180) / Math.PI
  return (
    <g transform={`translate(${x1},${y1}) rotate(${angle})`} className={picture['arrow']}>
      <path d={`M7,0H${length - 3}M${length - 10},-4L${length - 3},0L${length - 10},4`} />
    </g>
  )
}
