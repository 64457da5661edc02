import { Button } from '@mantine/core'
import type { Case } from '@truce/core'
import type { ReactNode } from 'react'
import { useMemo, useRef, useState } from 'react'
import { useMessages } from '../../messages/index.ts'
import { download } from '../../ui/download.ts'
import { Quiet } from '../../ui/quiet.tsx'
import { svgOf } from '../../ui/svg-of.ts'
import { useNumbers } from '../../ui/use-numbers.ts'
import type { GraphAsker } from './asking.ts'
import type { Filter, StabilityDocument, Standing } from './document.ts'
import { nameOfState, passes, standsUnder } from './document.ts'
import type { Explanation } from './explain.ts'
import type { Link, Shown } from './graph.ts'
import { DRAWN_WHOLE, MOST_DRAWN, shownStates, statesOn } from './graph.ts'
import { Legend } from './legend.tsx'
import { boxOf } from './look.ts'
import { Picture } from './picture.tsx'
import classes from './room.module.css'
import { spoken } from './summary.ts'
import { useDrawing } from './use-stability.ts'
import type { Words } from './words.ts'

/** What the picture and what stands around it need. */
export interface GraphViewProps {
  readonly source: Case
  readonly document: StabilityDocument
  readonly standing: Standing
  readonly words: Words
  readonly asker: GraphAsker | undefined
  readonly filter: Filter
  readonly improving: boolean
  readonly selected: string | undefined
  readonly explanation: Explanation | undefined
  readonly onSelect: (state: string, byHand: boolean) => void
}

/** A picture taller than this, in pixels, scrolls within its frame. */
const TALL = 1400

/** The picture with its sentence, its legend and what can be done with it. */
export function GraphView(props: GraphViewProps): ReactNode {
  const {
    source,
    document,
    standing,
    words,
    asker,
    filter,
    improving,
    selected,
    explanation,
    onSelect
  } = props
  const t = useMessages()
  const { count } = useNumbers()
  const svg = useRef<SVGSVGElement>(null)
  const [whole, setWhole] = useState(false)
  const path = explanation?.route?.path ?? []
  const also = [...(selected === undefined ? [] : [selected]), ...statesOn(path)]
  const shown = shownStates(document, standing, { whole, also })
  const captions = useCaptions(document, words, shown.states)
  const { drawing, failed } = useDrawing(asker, [...captions.values()].map(boxOf))
  const rings = (state: string): 0 | 1 | 2 =>
    !passes(standing, filter, state)
      ? 0
      : standsUnder(standing, state, filter.party).length === standing.defined.length
        ? 2
        : 1
  const shows = (link: Link): boolean =>
    (!improving || link.improving) && (filter.party === undefined || link.party === filter.party)
  return (
    <section aria-labelledby="stability-picture">
      <h3 id="stability-picture" className={classes.heading}>
        {t('stability.picture.title')}
      </h3>
      <Sentence document={document} shown={shown} whole={whole} onWhole={setWhole} />
      {failed ? <p role="status">{t('stability.picture.no-worker')}</p> : null}
      {drawing ? (
        <div className={drawing.laid.height > TALL ? classes.scroll : classes.wide}>
          <Picture
            {...{ source, drawing, captions, shows, path, selected, onSelect, svg }}
            parties={document.parties}
            first={document.statusQuo?.state}
            rings={rings}
            spoken={(caption) =>
              spoken({ t, words, count }, standing, { caption, party: filter.party })
            }
          />
        </div>
      ) : failed ? null : (
        <p role="status" className={classes.drawing}>
          {t('stability.picture.drawing')}
        </p>
      )}
      <Legend source={source} words={words} parties={document.parties} />
      <p className={classes.row}>
        <Quiet>{t('stability.picture.keys')}</Quiet>
        <Button
          variant="default"
          size="compact-sm"
          disabled={!drawing}
          onClick={() => svg.current && exportPicture(svg.current, t('stability.picture.title'))}
        >
          {t('stability.picture.export')}
        </Button>
      </p>
    </section>
  )
}

/**
 * The captions of the states drawn; the same map for as long as the same states are drawn, whatever
 * order they were asked in.
 */
function useCaptions(
  document: StabilityDocument,
  words: Words,
  states: readonly string[]
): Parameters<typeof Picture>[0]['captions'] {
  const t = useMessages()
  const key = states.join(' ')
  return useMemo(
    () =>
      new Map(
        key.split(' ').map((label) => {
          const name = nameOfState(document, label)
          const quo = document.statusQuo?.state === label ? t('stability.node.quo') : undefined
          const short = words.state(label)
          return [label, { label, short, ...(name ? { name } : {}), ...(quo ? { quo } : {}) }]
        })
      ),
    [document, words, key, t]
  )
}

interface SentenceProps {
  readonly document: StabilityDocument
  readonly shown: Shown
  readonly whole: boolean
  readonly onWhole: (whole: boolean) => void
}

/** How much of the graph is drawn, and the way to see more or less of it. */
function Sentence({ document, shown, whole, onWhole }: SentenceProps): ReactNode {
  const t = useMessages()
  const { count } = useNumbers()
  const total = Number(document.feasible)
  const part = { n: count(shown.states.length), of: count(total), left: count(shown.left) }
  const all =
    total > DRAWN_WHOLE ? 'stability.picture.sentence.crowd' : 'stability.picture.sentence.all'
  const choice = document.states !== null && total > DRAWN_WHOLE && total <= MOST_DRAWN
  return (
    <p className={classes.step}>
      {shown.left > 0 ? t('stability.picture.sentence.part', part) : t(all, { n: count(total) })}{' '}
      {choice ? (
        <Button variant="subtle" size="compact-sm" onClick={() => onWhole(!whole)}>
          {whole ? t('stability.picture.part') : t('stability.picture.whole', { n: count(total) })}
        </Button>
      ) : null}
    </p>
  )
}

function exportPicture(picture: SVGSVGElement, title: string): void {
  const { width, height } = picture.viewBox.baseVal
  const text = svgOf([picture], { width, height, title })
  download('stability.svg', new Blob([text], { type: 'image/svg+xml' }))
}
