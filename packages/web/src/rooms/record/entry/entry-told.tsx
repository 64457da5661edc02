import type { EntryKind, SeenEntry } from '@truce/core/record'
import type { ReactNode } from 'react'
import { PartyMark } from '../../../ui/party-mark.tsx'
import { Quiet } from '../../../ui/quiet.tsx'
import { Dissent, Dissents } from '../dissent.tsx'
import { EntryLink } from '../entry-link.tsx'
import { Part } from '../parts.tsx'
import classes from '../record.module.css'
import { filled, useRecord } from '../use-record.ts'
import { factsOf } from './entry-facts.ts'
import { fieldsOf } from './entry-shape.ts'
import { Exhibits } from './exhibits.tsx'

/** How many are told at once. */
const MOST = 100

/** All entries of some kinds, the newest first; what was replaced stays, struck. */
export function Filed({
  title,
  kinds,
  none
}: {
  readonly title: string
  readonly kinds: readonly EntryKind[]
  readonly none: string
}): ReactNode {
  const { t, view } = useRecord()
  const all = [...view.fold.state.entries()].filter(({ kind }) => kinds.includes(kind))
  return (
    <Part title={title} count={all.length}>
      {all.length === 0 ? <Quiet as="p">{none}</Quiet> : null}
      {all
        .toReversed()
        .slice(0, MOST)
        .map((entry) => (
          <EntryTold key={entry.id} entry={entry} />
        ))}
      {all.length > MOST ? (
        <Quiet as="p">{t('record.incidents.more', { shown: MOST, all: all.length })}</Quiet>
      ) : null}
    </Part>
  )
}

function EntryTold({ entry }: { readonly entry: SeenEntry }): ReactNode {
  const { view, kindName } = useRecord()
  const isStruck = view.fold.state.replacedBy(entry.id) !== undefined
  return (
    <article className={classes['account']}>
      <h4>
        {kindName(entry.kind)} <PartyMark party={entry.author.party} />
      </h4>
      {isStruck ? (
        <del>
          <Facts entry={entry} />
        </del>
      ) : (
        <Facts entry={entry} />
      )}
      <EntryLink entry={entry} />
      <Dissents about={entry.id} />
      {isStruck ? null : <Dissent about={entry.id} />}
    </article>
  )
}

/** What an entry holds, in words; for whoever may not read it, that it is so. */
export function Facts({ entry }: { readonly entry: SeenEntry }): ReactNode {
  const record = useRecord()
  if (entry.content === undefined) return <Quiet as="p">{record.t('record.proof.hidden')}</Quiet>
  const { kind } = entry
  const content = filled(entry.content)
  const facts = factsOf(record, { kind, fields: fieldsOf(kind) }, content)
  return (
    <>
      <dl className={classes['facts']}>
        {facts.map(({ label, said }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they stand in the order of the schema
          <div key={place} style={{ display: 'contents' }}>
            <dt>{label}</dt>
            <dd dir="auto">{said}</dd>
          </div>
        ))}
      </dl>
      <Exhibits content={content} />
    </>
  )
}
