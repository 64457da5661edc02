import { Button } from '@mantine/core'
import type { Case } from '@truce/core'
import type { ReactNode } from 'react'
import { useRef } from 'react'
import type { Questions } from '../../engine/protocol.ts'
import { useWorkbench } from '../../state/use-workbench.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { KeepButtons } from '../../ui/keep-buttons.tsx'
import { MomentPick } from '../../ui/moment-pick.tsx'
import { Quiet } from '../../ui/quiet.tsx'
import { Blocks } from '../../ui/report-blocks.tsx'
import type { Steered } from '../../ui/use-answer.ts'
import { useWords } from '../../ui/use-words.ts'
import { Working } from '../../ui/working.tsx'
import { seenState } from './ground-marks.ts'
import classes from './map.module.css'
import { SeenForm } from './seen-form.tsx'
import { SEEN_ENDINGS, seenFile } from './seen-list.ts'
import { SeenTable } from './seen-table.tsx'
import type { Picking } from './use-map-work.ts'
import type { SeenMoments } from './use-positions.ts'
import type { SeenList } from './use-seen.ts'

interface SeenSectionProps {
  readonly list: SeenList
  readonly moments: SeenMoments
  readonly onMoments: (moments: SeenMoments) => void
  readonly working: Steered<Questions['positions']['answer']>
  /** Whether there is a zone to judge by. */
  readonly hasZones: boolean
  readonly pick: (picking: Picking | undefined) => void
}

/** What was seen where, judged by the zones at a moment. */
export function SeenSection(props: SeenSectionProps): ReactNode {
  const { list, moments, onMoments, working, hasZones, pick } = props
  const { t, source } = useWords()
  const zones = zonesOf(source)
  const { answer, error } = working
  return (
    <section aria-labelledby="map-seen" className={classes['part']}>
      <h3 id="map-seen" className={classes['heading']}>
        {t('map.seen.title')}
      </h3>
      <Quiet as="p">{t('map.seen.note')}</Quiet>
      <Taking list={list} />
      <Disclosure label={t('map.seen.byHand')}>
        <SeenForm onAdd={list.add} pick={pick} />
      </Disclosure>
      {list.rows.length > 0 ? (
        <>
          <FilterBar>
            <MomentPick
              label={t('map.seen.at')}
              zones={zones}
              onMoment={(at) => onMoments(changed(moments, 'at', at))}
            />
            {(['eif', 'signature'] as const).map((which) => (
              <MomentPick
                key={which}
                label={t(`map.seen.${which}`)}
                zones={zones}
                onMoment={(at) => onMoments(changed(moments, which, at))}
              />
            ))}
          </FilterBar>
          {hasZones ? null : <p>{t('map.seen.noZone')}</p>}
          {hasZones && moments.at === undefined ? <p>{t('map.seen.noMoment')}</p> : null}
          <SeenTable
            rows={list.rows}
            stateOf={(row) => seenState(row, answer?.judged)}
            onDrop={list.drop}
          />
        </>
      ) : null}
      {error === undefined ? null : <p role="alert">{t('map.seen.failed', { reason: error })}</p>}
      {answer ? <Blocks blocks={answer.told} /> : null}
      {working.pending && !answer ? <Working of={working}>{t('map.seen.working')}</Working> : null}
    </section>
  )
}

/** Takes a list from a file, hands the whole out, or leaves it. */
function Taking({ list }: Pick<SeenSectionProps, 'list'>): ReactNode {
  const { t } = useWords()
  const { id } = useWorkbench().view
  const input = useRef<HTMLInputElement>(null)
  const take = async (file: File | undefined): Promise<void> => {
    if (file) await list.take({ name: file.name, text: await file.text() })
  }
  const made = async (): Promise<Blob> =>
    new Blob([(await seenFile(list.rows)).text], { type: 'text/csv' })
  return (
    <>
      <div className={`${classes['tools']} no-print`}>
        <input
          ref={input}
          type="file"
          hidden
          accept={SEEN_ENDINGS}
          aria-label={t('map.seen.take')}
          onChange={({ currentTarget }) => {
            void take(currentTarget.files?.[0])
            currentTarget.value = ''
          }}
        />
        <Button variant="default" size="compact-sm" onClick={() => input.current?.click()}>
          {t('map.seen.take')}
        </Button>
        {list.rows.length > 0 ? (
          <>
            <KeepButtons
              name={`${id}-positions`}
              files={[{ ending: 'csv', words: t('map.seen.keep'), make: made }]}
            />
            <Button variant="default" size="compact-sm" onClick={list.leave}>
              {t('map.seen.leave')}
            </Button>
          </>
        ) : null}
      </div>
      {list.problem === undefined ? null : <p role="alert">{list.problem}</p>}
      {list.same > 0 ? <p role="status">{t('map.seen.same', { n: list.same })}</p> : null}
      {list.isKept ? null : <p role="status">{t('map.list.notKept')}</p>}
    </>
  )
}

/** The clock that the ceasefire goes by, those of the parties, and UTC. */
function zonesOf({ parties, process: { ceasefire } }: Case): readonly string[] {
  const entry = ceasefire?.entersIntoForce
  const own = entry === undefined || 'after' in entry ? [] : [entry.zone]
  const clocks = [...parties.values()].flatMap(({ clock }) => clock ?? [])
  return [...new Set([...own, ...clocks, 'UTC'])]
}

function changed(
  moments: SeenMoments,
  which: keyof SeenMoments,
  at: string | undefined
): SeenMoments {
  const { [which]: _, ...rest } = moments
  return at === undefined ? rest : { ...rest, [which]: at }
}
