import type { Case } from '@truce/core'
import type { KeyboardEvent, ReactNode, RefObject } from 'react'
import { useEffect, useMemo } from 'react'
import { useMessages } from '../../messages/index.ts'
import { hueOf } from '../../ui/parties.ts'
import type { Step } from './document.ts'
import type { Link } from './graph.ts'
import type { Caption } from './look.ts'
import { baseline, dashOf, frameOf, linesOf } from './look.ts'
import classes from './picture.module.css'
import { ARROWS, headOf, MOST_ROUTED, pathOf, toward } from './placing.ts'
import type { Drawing } from './use-stability.ts'

/** What the picture of the graph needs. */
export interface PictureProps {
  readonly source: Case
  readonly parties: readonly string[]
  readonly drawing: Drawing
  readonly captions: ReadonlyMap<string, Caption>
  /**
   * How many rings a state has: none, one where it holds as asked, two where it does so under every
   * concept.
   */
  readonly rings: (state: string) => 0 | 1 | 2
  readonly shows: (link: Link) => boolean
  readonly spoken: (caption: Caption) => string
  readonly path: readonly Step[]
  readonly selected: string | undefined
  readonly first: string | undefined
  readonly onSelect: (state: string, byHand: boolean) => void
  readonly svg: RefObject<SVGSVGElement | null>
}

/** The picture is never drawn smaller than this share of its size. */
const LEAST = 0.8

/** The conflict graph: states as boxes, moves as lines of their movers, states that hold ringed. */
export function Picture(props: PictureProps): ReactNode {
  const { drawing, captions, rings, selected, first, spoken, onSelect, svg } = props
  const t = useMessages()
  const { laid } = drawing
  const entry = laid.boxes.some(({ id }) => id === selected)
    ? selected
    : (first ?? laid.boxes[0]?.id)
  useEffect(() => show(svg.current, selected, laid.width), [svg, selected, laid])
  const focus = (state: string | undefined): void => {
    if (state === undefined) return
    svg.current?.querySelector<SVGGElement>(`[data-state="${CSS.escape(state)}"]`)?.focus()
  }
  const onKeyDown = (event: KeyboardEvent, state: string): void => {
    const arrow = ARROWS[event.key as keyof typeof ARROWS]
    if (arrow) focus(toward(laid.boxes, state, arrow))
    else if (event.key === 'Home') focus(first)
    else if (event.key === 'Enter' || event.key === ' ') onSelect(state, true)
    else return
    event.preventDefault()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in a picture
    <svg
      ref={svg}
      className={classes.picture}
      viewBox={frameOf(laid)}
      // shrinks with the page as far as its letters can still be read, then scrolls
      style={{
        width: `clamp(${Math.ceil(laid.width * LEAST)}px, 100%, ${Math.ceil(laid.width)}px)`
      }}
      role="group"
      aria-label={t('stability.picture.label', { n: laid.boxes.length })}
    >
      <Moves {...props} />
      {laid.boxes.map((box) => {
        const caption = captions.get(box.id) ?? { label: box.id }
        return (
          // biome-ignore lint/a11y/useSemanticElements: a button cannot stand in a picture
          <g
            key={box.id}
            data-state={box.id}
            role="button"
            tabIndex={box.id === entry ? 0 : -1}
            aria-pressed={box.id === selected}
            aria-label={spoken(caption)}
            className={classes.state}
            onClick={() => onSelect(box.id, true)}
            onFocus={() => onSelect(box.id, false)}
            onKeyDown={(event) => onKeyDown(event, box.id)}
          >
            {Array.from({ length: rings(box.id) }, (_, ring) => (
              <rect
                // biome-ignore lint/suspicious/noArrayIndexKey: rings have no identity but their place
                key={ring}
                className={classes.ring}
                x={box.x - 4 - 4 * ring}
                y={box.y - 4 - 4 * ring}
                width={box.width + 8 + 8 * ring}
                height={box.height + 8 + 8 * ring}
                rx={7 + 4 * ring}
              />
            ))}
            <rect
              className={classes.box}
              x={box.x}
              y={box.y}
              width={box.width}
              height={box.height}
              rx={4}
            />
            {linesOf(caption).map(({ kind, text }, line) => (
              <text
                key={kind}
                className={classes[kind]}
                {...baseline(box, line)}
                textAnchor="middle"
              >
                {/* the space parts the lines where the words are read as one */}
                {`${text} `}
              </text>
            ))}
          </g>
        )
      })}
    </svg>
  )
}

/** Brings a state into the frame that the picture scrolls in. */
function show(picture: SVGSVGElement | null, state: string | undefined, width: number): void {
  const box =
    state === undefined
      ? null
      : picture?.querySelector<SVGGElement>(`[data-state="${CSS.escape(state)}"]`)
  const frame = picture?.parentElement
  if (!picture || !box || !frame) return
  const scale = picture.clientWidth / width
  const { x, y, width: wide, height: high } = box.getBBox()
  const [left, top] = [
    (x + wide / 2) * scale - frame.clientWidth / 2,
    (y + high / 2) * scale - frame.clientHeight / 2
  ]
  frame.scrollTo({ left, top })
}

function Moves({ source, parties, drawing, shows, path, selected }: PictureProps): ReactNode {
  const { links, laid } = drawing
  // among many lines only those of the state that is looked at can be followed
  const faint = ({ from, to }: Link): boolean =>
    links.length > MOST_ROUTED && from !== selected && to !== selected
  const onPath = useMemo(() => new Set(path.map((step) => step.join(' '))), [path])
  const travelled = ({ party, from, to }: Link): boolean =>
    onPath.has(`${party} ${from} ${to}`) || onPath.has(`${party} ${to} ${from}`)
  const lines = links.map((link, k) => ({
    link,
    line: laid.lines[k] ?? [],
    travelled: travelled(link)
  }))
  return (
    <g>
      {lines.map(({ link, line, travelled: on }) =>
        on ? <path key={keyOf(link)} className={classes.travelled} d={pathOf(line)} /> : null
      )}
      {lines.map(({ link, line, travelled: on }) => {
        if (!on && !shows(link)) return null
        const color = hueOf(source, link.party).color
        return (
          <g
            key={keyOf(link)}
            style={{ color }}
            className={faint(link) ? classes.faint : undefined}
          >
            <path
              className={link.improving ? classes.improving : classes.move}
              d={pathOf(line)}
              strokeDasharray={dashOf(parties, link.party)}
            />
            <polygon className={classes.head} points={headOf(line, link.improving ? 12 : 8)} />
            {link.back ? (
              <polygon className={classes.back} points={headOf([...line].reverse(), 8)} />
            ) : null}
          </g>
        )
      })}
    </g>
  )
}

const keyOf = ({ party, from, to }: Link): string => `${party} ${from} ${to}`
