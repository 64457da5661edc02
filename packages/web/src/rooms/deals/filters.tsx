import { Button } from '@mantine/core'
import type { Case } from '@truce/core'
import { hueOf } from '../../ui/parties.ts'
import { Quiet } from '../../ui/quiet.tsx'
import classes from './deals.module.css'
import type { BargainingDocument, Points } from './documents.ts'
import type { Least } from './marks.ts'
import { efficientOf, isEnough, packagesIn } from './marks.ts'
import { remainSaid } from './sentence.ts'
import type { Words } from './use-words.ts'

/** What is asked of the packages, and of which. */
export interface FilterProps {
  readonly source: Case
  readonly words: Words
  readonly document: BargainingDocument
  readonly least: Least
  readonly looked: Points | undefined
  readonly onLeast: (least: Least) => void
}

/** Least gains by party: above each slider, what the efficient packages give that party. */
export function Filters({ source, words, document, least, looked, onLeast }: FilterProps) {
  const { t, n } = words
  const points = efficientOf(document)
  const left = points.filter(({ gains }) => isEnough(gains, { parties: document.parties, least }))
  return (
    <section className={classes['filters']} aria-label={t('deals.filter')}>
      <h3>{t('deals.filter')}</h3>
      <Quiet as="p">{t('deals.filter.strokes')}</Quiet>
      {document.parties.map((party, k) => {
        const most = Math.max(1, Math.floor(document.ideal?.[k] ?? 0))
        const asked = least[party] ?? 0
        return (
          <label key={party} className={classes['filter']}>
            <span>{words.party(party)}</span>
            <Strip
              gains={points.map(({ gains }) => gains[k] ?? 0)}
              most={most}
              looked={looked?.[k]}
              color={hueOf(source, party).color}
            />
            <input
              type="range"
              min={0}
              max={most}
              step={1}
              value={Math.min(most, asked)}
              aria-label={t('deals.filter.of', { party: words.party(party) })}
              aria-valuetext={n.gain(asked)}
              onChange={(event) =>
                onLeast({ ...least, [party]: event.currentTarget.valueAsNumber })
              }
            />
            <output className={classes['figure']}>{n.gain(asked)}</output>
            <span className={classes['ends']} aria-hidden="true">
              {[0, 0.5, 1].map((part) => (
                <span key={part}>{n.gain(part * most)}</span>
              ))}
            </span>
          </label>
        )
      })}
      <p role="status">
        {words.say(remainSaid(packagesIn(left), packagesIn(points), words.count))}
      </p>
      {Object.values(least).some((asked) => asked > 0) && (
        <Button size="compact-xs" variant="subtle" onClick={() => onLeast({})}>
          {t('deals.filter.clear')}
        </Button>
      )}
    </section>
  )
}

interface StripProps {
  readonly gains: readonly number[]
  readonly most: number
  readonly looked: number | undefined
  readonly color: string
}

/**
 * Every efficient package as a stroke where it lies for one party; the one that is looked at stands
 * out.
 */
function Strip({ gains, most, looked, color }: StripProps) {
  const places = [...new Set(gains.map((gain) => Math.round((gain / most) * 400) / 4))]
  return (
    <svg
      className={classes['strip']}
      viewBox="0 0 100 10"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path
        d={places.map((x) => `M${x},2V10`).join('')}
        stroke={color}
        className={classes['strokes']}
      />
      {looked !== undefined && looked >= 0 && (
        <path d={`M${(100 * looked) / most},0V10`} className={classes['looked']} />
      )}
    </svg>
  )
}
