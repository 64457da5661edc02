import type { DraftDocument } from '@truce/core/report/ceasefire'
import type { ReactNode } from 'react'
import { Fragment } from 'react'
import { addressOf } from '../../state/address.ts'
import { useWorkbench } from '../../state/use-workbench.ts'
import { Plate, Rows } from '../../ui/report-blocks.tsx'
import { useWords } from '../../ui/use-words.ts'
import classes from './ceasefire.module.css'

type Annex = DraftDocument['annexes'][number]

/** An annex: its words, its map, then its tables; with that of the lines, the way to the room Map. */
export function AnnexPart({ annex }: { readonly annex: Annex }): ReactNode {
  const { t, said } = useWords()
  const { letter, title, lines, map, tables } = annex
  const { id } = useWorkbench().view
  const heading = `draft-annex-${letter}`
  return (
    <section aria-labelledby={heading}>
      <h4 id={heading}>{said.say('draft.annex', { letter, title })}</h4>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {map === null ? null : <Plate picture={map} />}
      {letter === 'A' ? (
        <p className="no-print">
          <a
            className={classes['map']}
            href={addressOf({ page: 'case', id, room: 'map', focus: undefined })}
          >
            {t('ceasefire.draft.map')}
          </a>
        </p>
      ) : null}
      {tables.map(({ lead, head, rows }) => (
        <Fragment key={`${lead} ${head.join(' ')}`}>
          {lead === null ? null : <h5>{lead}</h5>}
          <Rows head={head} rows={rows} of={lead ?? title} />
        </Fragment>
      ))}
    </section>
  )
}
