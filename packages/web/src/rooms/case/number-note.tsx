import { Anchor } from '@mantine/core'
import type { Judgement, Source } from '@truce/core'
import { whoseFigure } from '@truce/core/model'
import { useMessages } from '../../messages/index.ts'
import { useWorkbench } from '../../state/use-workbench.ts'
import { useGround } from '../../ui/ground.ts'
import { PlaceLink } from '../../ui/place-link.tsx'
import { useNumbers } from '../../ui/use-numbers.ts'
import { isWeb } from '../../ui/web.ts'
import classes from './number.module.css'
import { locate } from './places.ts'
import { RangeInputs } from './range-inputs.tsx'
import type { Note } from './room.ts'
import { useRoom } from './room.ts'
import type { Branch, Scale } from './scale.ts'
import { branches, scaleOf, written } from './scale.ts'
import { RangeSlider } from './slider.tsx'
import { conditionWords } from './wording.ts'

/**
 * A judged number: its range to be moved, who says so, whose figures these are, why, and where it
 * stands.
 */
export function NumberNote({
  note: { at, label, scale }
}: {
  readonly note: Extract<Note, { kind: 'number' }>
}) {
  const t = useMessages()
  const { judgements } = useRoom()
  const judgement = judgements.get(at)
  if (!judgement) return <p>{t('case.judged.gone')}</p>
  return (
    <div className={classes.note}>
      <h3>{label}</h3>
      {branches(judgement).map((branch) => (
        <BranchEditor
          key={branch.at}
          branch={branch}
          label={label}
          scale={scale ?? scaleOf(at, branch.range)}
        />
      ))}
      <EvidenceList judgement={judgement} />
    </div>
  )
}

function BranchEditor({
  branch,
  label,
  scale
}: {
  readonly branch: Branch
  readonly label: string
  readonly scale: Scale
}) {
  const t = useMessages()
  const numbers = useNumbers()
  const names = useGround()
  const { set } = useWorkbench()
  const { at, range, when } = branch
  const settle = (next: Branch['range']): void => set(at, written(next))
  return (
    <>
      {when && <h4>{t('case.judged.when', { condition: conditionWords(when, names, t) })}</h4>}
      {!when && /\/\d+$/.test(at) && <h4>{t('case.judged.otherwise')}</h4>}
      <RangeSlider range={range} scale={scale} label={label} settle={settle} />
      <div className={classes.scale} aria-hidden="true">
        <span>{numbers.judgement(scale.min)}</span>
        <span>{numbers.judgement(scale.max)}</span>
      </div>
      <RangeInputs at={at} range={range} settle={settle} />
    </>
  )
}

function EvidenceList({ judgement }: { readonly judgement: Judgement }) {
  const t = useMessages()
  const names = useGround()
  const { source } = names
  const { view } = useWorkbench()
  const { at, source: id, because } = judgement
  const cited = id === undefined ? undefined : source.sources.get(id)
  const whose = whoseFigure(source, judgement)
  const figures = whose.by === 'source' ? source.sources.get(whose.source) : undefined
  const place = locate(view.files, at)
  return (
    <dl>
      <dt>{t('case.evidence.source')}</dt>
      <dd>{cited ? <SourceLine source={cited} /> : t('case.evidence.none')}</dd>
      <dt>{t('case.evidence.numbers')}</dt>
      <dd>{figures ? names.text(figures.title) : t('case.evidence.authors')}</dd>
      {because !== undefined && (
        <>
          <dt>{t('case.evidence.because')}</dt>
          <dd>{names.text(because)}</dd>
        </>
      )}
      {place && (
        <>
          <dt>{t('case.evidence.place')}</dt>
          <dd>
            {place.file}:{place.line} <PlaceLink to={at}>{t('case.evidence.show')}</PlaceLink>
          </dd>
        </>
      )}
    </dl>
  )
}

/** A source in one line: title, author, date, and the link if it has one. */
export function SourceLine({ source: { title, author, date, url } }: { readonly source: Source }) {
  const t = useMessages()
  const names = useGround()
  const line = [author === undefined ? undefined : names.text(author), date]
    .filter((one) => one !== undefined)
    .join(', ')
  return (
    <>
      <cite>{names.text(title)}</cite>
      {line !== '' && ` (${line})`}{' '}
      {url !== undefined && isWeb(url) && (
        <Anchor href={url} inherit underline="always" target="_blank" rel="noreferrer">
          {t('case.source.open')}
        </Anchor>
      )}
    </>
  )
}
