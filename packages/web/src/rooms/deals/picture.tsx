import { Button } from '@mantine/core'
import type { Case } from '@truce/core'
import { useMemo, useRef, useState } from 'react'
import { csv } from '../../ui/csv.ts'
import { download } from '../../ui/download.ts'
import { Quiet } from '../../ui/quiet.tsx'
import { svgOf } from '../../ui/svg-of.ts'
import classes from './deals.module.css'
import type { BargainingDocument } from './documents.ts'
import { Filters } from './filters.tsx'
import type { Picked } from './frontier-plot.tsx'
import { FrontierPlot } from './frontier-plot.tsx'
import type { Named } from './marks.ts'
import { efficientOf, proposalsOf, solutionsOf } from './marks.ts'
import type { Shown } from './package-card.tsx'
import { PackageCard } from './package-card.tsx'
import { tableRows } from './rows.ts'
import type { Scene } from './scene.ts'
import { sceneOf } from './scene.ts'
import { Sliders } from './sliders.tsx'
import { SolutionsTable } from './solutions-table.tsx'
import type { Deals } from './use-deals.ts'

/**
 * The picture with what belongs beside it: the package that is looked at, what is asked, and the
 * judgements to move.
 */
export interface PictureProps {
  readonly source: Case
  readonly deals: Deals
  readonly document: BargainingDocument
}

/** The frontier, the package that is looked at, and the same facts as a table. */
export function Picture(props: PictureProps) {
  const { source, deals, document } = props
  const { words, judgements } = deals
  const [held, setHeld] = useState<Picked>()
  const [hovered, setHovered] = useState<Picked>()
  const named = useMemo(() => [...solutionsOf(document), ...proposalsOf(document)], [document])
  const look = (picked: Picked | undefined, keep: boolean): void =>
    keep ? setHeld(picked) : setHovered(picked)
  const first = named[0] && { mark: named[0].id }
  const picked = hovered ?? held ?? first
  const shown = shownOf(picked, props, named)
  const none = deals.studying.answer ? words.t('deals.sliders.none') : words.t('deals.sliders.wait')
  return (
    <>
      <div className={classes['beside']}>
        {document.parties.length > 1 && (
          <Plotted {...props} named={named} picked={picked} shown={shown} onPick={look} />
        )}
        <Carded
          {...props}
          named={named}
          shown={shown}
          kept={held !== undefined && picked === held}
        />
      </div>
      <div className={classes['twice']}>
        {document.frontier && document.frontier.size > 0 && (
          <Filters
            source={source}
            words={words}
            document={document}
            least={deals.least}
            looked={shown?.deal.gains}
            onLeast={deals.setLeast}
          />
        )}
        {deals.chosen !== undefined && (
          <Sliders
            words={words}
            judgements={judgements}
            none={none}
            overrides={deals.overrides}
            judged={deals.judged}
            proposal={deals.chosen}
            onMove={deals.move}
            onWrite={deals.write}
          />
        )}
      </div>
      <SolutionsTable
        words={words}
        document={document}
        named={named}
        kept={held && 'mark' in held ? held.mark : undefined}
        onLook={(id, keep) => look(id === undefined ? undefined : { mark: id }, keep)}
      />
      <Button
        size="compact-xs"
        variant="subtle"
        className={classes['aside'] ?? ''}
        onClick={() => exportTable(props, named)}
      >
        {words.t('deals.export.csv')}
      </Button>
    </>
  )
}

function shownOf(
  picked: Picked | undefined,
  { deals: { words }, document }: PictureProps,
  named: readonly Named[]
): Shown | undefined {
  if (!picked) return undefined
  if ('mark' in picked) {
    const deal = named.find(({ id }) => id === picked.mark)
    return deal && { name: words.name(deal), deal }
  }
  const points = efficientOf(document)
  const deal = points[picked.dot]
  const values = { place: words.n.count(picked.dot + 1), total: words.n.count(points.length) }
  return deal && { name: words.t('deals.card.efficient', values), deal }
}

interface PlottedProps extends PictureProps {
  readonly named: readonly Named[]
  readonly picked: Picked | undefined
  readonly shown: Shown | undefined
  readonly onPick: (picked: Picked | undefined, keep: boolean) => void
}

function Plotted(props: PlottedProps) {
  const { deals, document, picked, shown, onPick } = props
  const { words, axes, base } = deals
  const { t, n } = words
  const frame = useRef<HTMLDivElement>(null)
  const [close, setClose] = useState(false)
  const scene = useScene(props, close)
  const left = props.named.length - scene.marks.length
  const values = { across: words.party(axes[0]), up: words.party(axes[1]) }
  return (
    <figure>
      <FrontierPlot
        scene={scene}
        picked={picked}
        label={t('deals.plot.label', values)}
        spoken={
          shown
            ? `${shown.name}: ${words.gains(document.parties, shown.deal.gains)}`
            : t('deals.card.hint')
        }
        noDeal={t('deals.plot.noDeal')}
        drawing={t('deals.plot.drawing')}
        tick={n.gain}
        onPick={onPick}
        frame={frame}
      />
      <Quiet as="figcaption">
        {t('deals.plot.caption')} {shadesSaid(scene, deals)} {base && t('deals.plot.moved')}{' '}
        {left > 0 && t(`deals.plot.outside.${left === 1 ? 'one' : 'many'}`, { count: left })}{' '}
        <Button size="compact-xs" variant="subtle" onClick={() => setClose(!close)}>
          {t(close ? 'deals.plot.all' : 'deals.plot.closer')}
        </Button>
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => exportPicture(frame.current, deals)}
        >
          {t('deals.export.svg')}
        </Button>
      </Quiet>
    </figure>
  )
}

/** What the shades of the dots mean. */
function shadesSaid({ chances }: Scene, { words: { t, n }, working }: Deals): string {
  if (!chances) return working.pending && !working.stale ? t('deals.plot.shade.coming') : ''
  const [low, high] = chances.map(n.percent)
  return low === high
    ? t('deals.plot.shade.one', { chance: high ?? '' })
    : t('deals.plot.shade', { low: low ?? '', high: high ?? '' })
}

/** The picture of the document; drawn anew when what it shows changes. */
function useScene({ deals, document }: PlottedProps, close: boolean): Scene {
  const { words, axes, base, least, chosen } = deals
  const label = (party: string): string => words.t('deals.plot.axis', { party: words.party(party) })
  const named = (one: BargainingDocument) =>
    [...solutionsOf(one), ...proposalsOf(one)].map((found) => ({
      ...found,
      // in the picture by the first of its standards; the table has them all
      name: words.name({ ...found, standards: found.standards.slice(0, 1) }),
      ...(found.standards[0] ? { brief: words.said.say(`standard.${found.standards[0]}`) } : {})
    }))
  // biome-ignore lint/correctness/useExhaustiveDependencies: names are new on every render; they change with the document and the language
  return useMemo(
    () => sceneOf({ document, base, axes, least, named, chosen, close, label }),
    [document, base, axes[0], axes[1], least, chosen, close, words.t]
  )
}

function Carded({
  source,
  deals,
  document,
  named,
  shown,
  kept
}: PictureProps & {
  readonly named: readonly Named[]
  readonly shown: Shown | undefined
  readonly kept: boolean
}) {
  const { words, chosen } = deals
  const [asked, setAsked] = useState<string>()
  const referenceId = asked ?? (chosen === undefined ? '' : `proposal:${chosen}`)
  const reference = named.find(({ id }) => id === referenceId)
  return (
    <PackageCard
      source={source}
      words={words}
      parties={document.parties}
      shown={shown}
      kept={kept}
      reference={reference && { name: words.name(reference), deal: reference }}
      references={[
        { value: '', label: words.t('deals.proposal.none') },
        ...named.map((one) => ({ value: one.id, label: words.name(one) }))
      ]}
      referenceId={referenceId}
      onReference={setAsked}
      onDraft={({ name, deal }) =>
        deals.makeDraft(words.t('deals.draft.title', { name }), deal.terms)
      }
    />
  )
}

const SVG = 'image/svg+xml'

function exportPicture(frame: HTMLDivElement | null, { words, sentence }: Deals): void {
  const layers = [...(frame?.querySelectorAll('svg') ?? [])]
  const [ground] = layers
  if (!ground) return
  const size = {
    width: ground.width.baseVal.value,
    height: ground.height.baseVal.value,
    title: sentence
  }
  download(`${words.t('deals.title')}.svg`, new Blob([svgOf(layers, size)], { type: SVG }))
}

function exportTable({ deals: { words }, document }: PictureProps, named: readonly Named[]): void {
  const rows = tableRows(
    words.names,
    { parties: document.parties, chance: words.t('deals.table.chance') },
    named.map((one) => ({ name: words.name(one), deal: one }))
  )
  download(`${words.t('deals.title')}.csv`, new Blob([csv(rows)], { type: 'text/csv' }))
}
