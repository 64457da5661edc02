import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useEffect, useRef, useState } from 'react'
import { messageOf } from '../../state/message-of.ts'
import { download } from '../../ui/download.ts'
import { Pick } from '../../ui/filter-bar.tsx'
import { Quiet } from '../../ui/quiet.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { Dissent, Dissents } from './dissent.tsx'
import { Facts } from './entry/entry-told.tsx'
import { EntryLink } from './entry-link.tsx'
import { Heads } from './heads.tsx'
import { Keys } from './keys.tsx'
import { Part } from './parts.tsx'
import { usePlace } from './place.ts'
import { Reads } from './reads.tsx'
import classes from './record.module.css'
import type { Line } from './record-fold.ts'
import { useRecord } from './use-record.ts'
import { Verify } from './verify.tsx'

/** Lines of the log on one page. */
const PAGE = 50

/** All entries as they stand in the log, with what proves them; and whose keys are believed. */
export function LogView({ item }: { readonly item: string | undefined }): ReactNode {
  const { keeps } = usePlace()
  return (
    <>
      <Verify />
      <Heads />
      <Entries key={item} item={item} />
      <Copy />
      <Keys />
      {keeps ? <Reads /> : null}
    </>
  )
}

function Entries({ item }: { readonly item: string | undefined }): ReactNode {
  const { t, view } = useRecord()
  const { lines } = view.fold
  const wanted = item === undefined ? undefined : Number(item)
  // As many pages as it takes to have the entry among them that somebody came for.
  const behind = wanted === undefined ? 0 : Math.max(0, lines.length - 1 - wanted)
  const [shown, setShown] = useState(PAGE * Math.ceil((behind + 1) / PAGE))
  const [open, setOpen] = useState(wanted)
  const came = useRef<HTMLLIElement>(null)
  useEffect(() => came.current?.scrollIntoView?.({ block: 'center' }), [])
  return (
    <Part title={t('record.log.title')} count={lines.length}>
      <ul className={classes['list']}>
        {lines
          .toReversed()
          .slice(0, shown)
          .map((line) => (
            <li key={line.number} ref={line.number === wanted ? came : undefined}>
              <LineTold
                line={line}
                open={open === line.number}
                onOpen={() => setOpen(open === line.number ? undefined : line.number)}
              />
            </li>
          ))}
      </ul>
      {lines.length > shown ? (
        <TextLink onClick={() => setShown(shown + PAGE)}>
          {t('record.log.more', { n: lines.length - shown })}
        </TextLink>
      ) : null}
    </Part>
  )
}

function LineTold({
  line,
  open,
  onOpen
}: {
  readonly line: Line
  readonly open: boolean
  readonly onOpen: () => void
}): ReactNode {
  const { t, kindName, party, time, view } = useRecord()
  const { entry, received } = line.told
  const state = view.fold.state
  const replaced = state.replacedBy(entry.id)
  return (
    <>
      <TextLink onClick={onOpen} aria-expanded={open}>
        {t('record.log.number', { n: line.number })}
      </TextLink>{' '}
      {kindName(entry.kind)}{' '}
      <Quiet>
        {party(entry.author.party)} · {time(received)}
        {entry.audience
          ? ` · ${t('record.entry.audience', { who: entry.audience.map(party).join(', ') })}`
          : ''}
        {replaced === undefined ? '' : ` · ${t('record.log.replaced')}`}
        {view.fold.log.doubted.has(line.number) ? ` · ${t('record.log.doubted')}` : ''}
      </Quiet>
      {open ? <Proof line={line} /> : null}
    </>
  )
}

/** The entry as it was signed, and the way from its hash to the root. */
function Proof({ line }: { readonly line: Line }): ReactNode {
  const { t, view } = useRecord()
  const { log } = view.fold
  const path = log.tree.inclusion(line.number)
  const { signature, ...signed } = line.told.entry
  const content = line.entry?.content ?? signed.content
  const hexOf = (bytes: Uint8Array): string =>
    [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return (
    <>
      <dl className={classes['facts']}>
        <dt>{t('record.proof.id')}</dt>
        <dd>{signed.id}</dd>
        <dt>{t('record.proof.key')}</dt>
        <dd className={classes['code']}>{signed.author.key}</dd>
        <dt>{t('record.proof.recorded')}</dt>
        <dd>{signed.recorded}</dd>
        <dt>{t('record.proof.signature')}</dt>
        <dd className={classes['code']}>{signature}</dd>
        <dt>{t('record.proof.path', { n: path.length })}</dt>
        <dd className={classes['code']}>
          {path.map((hash) => hexOf(hash).slice(0, 16)).join(' ')}
        </dd>
      </dl>
      {line.entry ? (
        <>
          <Facts entry={line.entry} />
          <EntryLink entry={line.entry} />
          <Dissents about={line.entry.id} />
          <Dissent about={line.entry.id} />
        </>
      ) : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <pre className={`${classes['scroll']} ${classes['code']}`} tabIndex={0}>
        <code>
          {content === undefined ? t('record.proof.hidden') : JSON.stringify(content, null, 2)}
        </code>
      </pre>
    </>
  )
}

/** A copy to take along: everything, or what one party may read; and the signed note over it. */
function Copy(): ReactNode {
  const { t, view, source, party } = useRecord()
  const [of, setOf] = useState('')
  const [failed, setFailed] = useState<string>()
  const { desk, head } = view
  const { keeps } = usePlace()
  const take = async (): Promise<void> => {
    try {
      // Where nothing was signed yet, only whoever keeps the record has it signed.
      const note = keeps || head.checkpoint ? await desk.api.checkpoint() : undefined
      download(
        'entries.jsonl',
        await desk.api.copy(note?.size ?? head.size, of === '' ? undefined : of)
      )
      if (note) download('checkpoint', new Blob([note.note], { type: 'text/plain' }))
      setFailed(undefined)
    } catch (error) {
      setFailed(messageOf(error))
    }
  }
  return (
    <Part title={t('record.copy.title')}>
      <Quiet as="p">{t('record.copy.about')}</Quiet>
      <div className={classes['row']}>
        <Pick
          label={t('record.copy.for')}
          value={of}
          onPick={setOf}
          options={[
            { value: '', label: t('record.copy.all') },
            ...[...source.parties.keys()].map((id) => ({ value: id, label: party(id) }))
          ]}
        />
        <Button size="xs" variant="default" onClick={() => void take()}>
          {t('record.copy.go')}
        </Button>
      </div>
      {failed === undefined ? null : <p role="alert">{failed}</p>}
    </Part>
  )
}
