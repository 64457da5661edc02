import type { Text } from '@truce/core/model'
import { judgementsIn } from '@truce/core/model'
import { useMessages } from '../../messages/index.ts'
import { useGround } from '../../ui/ground.ts'
import { PlaceLink } from '../../ui/place-link.tsx'
import { Quiet } from '../../ui/quiet.tsx'
import sheet from './case.module.css'
import type { ProcessPart } from './contents.ts'
import { processParts, STEPS } from './contents.ts'
import { FigureMark } from './figure-mark.tsx'
import { Add } from './forms/add.tsx'
import { EntryTools } from './forms/entry-tools.tsx'
import { ALONE, FORM_OF, type ProcessKind } from './forms/process-forms.ts'
import { Judged } from './judged.tsx'
import { SourceMark } from './source-note.tsx'

/** How a settlement would be reached and kept, kind by kind. */
export function ProcessSection() {
  const t = useMessages()
  const { source } = useGround()
  return processParts(source).map(({ kind, entries }) => (
    <div key={kind}>
      <h3>{t(`case.process.${kind}`)}</h3>
      <ul className={sheet.rows}>
        {entries.map((entry) => (
          <ProcessRow key={entry.at} kind={kind} entry={entry} />
        ))}
      </ul>
      {kind === 'escalation' && <Ladder />}
      {!ALONE.includes(kind) && <Add form={FORM_OF[kind]} to={kind} />}
    </div>
  ))
}

/** What the case says nothing of yet, each with its form. */
export function ProcessForms() {
  const t = useMessages()
  const { source } = useGround()
  const said = new Set(processParts(source).map(({ kind }) => kind))
  const unsaid = STEPS.filter((kind) => !said.has(kind))
  if (unsaid.length === 0) return null
  return (
    <>
      <Quiet as="p">{t('forms.process.more')}</Quiet>
      {unsaid.map((kind) => (
        <Add key={kind} form={FORM_OF[kind]} to={kind} />
      ))}
    </>
  )
}

/** The rungs and signals of the escalation. */
function Ladder() {
  const names = useGround()
  const { escalation } = names.source.process
  if (!escalation) return null
  const { ladder, signals } = escalation
  return (
    <>
      {ladder !== 'kahn' && (
        <>
          <ul className={sheet.options}>
            {ladder.map(({ at, title }) => (
              <li key={at} id={at}>
                {names.text(title)} <EntryTools form="rung" at={at} title={names.text(title)} />
              </li>
            ))}
          </ul>
          <Add form="rung" to="escalation/ladder" />
        </>
      )}
      <ul className={sheet.options}>
        {signals.map(({ at, by, kind, time }) => {
          const title = `${names.party(by)}, ${typeof time === 'string' ? time : time.local}, ${kind}`
          return (
            <li key={at} id={at}>
              {title} <EntryTools form="signal" at={at} title={title} />
            </li>
          )
        })}
      </ul>
      <Add form="signal" to="escalation/signals" />
    </>
  )
}

function ProcessRow({
  kind,
  entry: { at, id, entry }
}: {
  readonly kind: ProcessKind
  readonly entry: ProcessPart['entries'][number]
}) {
  const t = useMessages()
  const names = useGround()
  const { title, because, source, text, of } = entry as Readonly<Record<string, Text | undefined>>
  const name = title ?? text ?? of ?? id.replaceAll('-', ' ')
  const numbers = judgementsIn(entry)
  return (
    <li id={at} className={sheet.block}>
      <p>
        {names.text(name)}{' '}
        <PlaceLink bare to={at}>
          {t('case.evidence.show')}
        </PlaceLink>
      </p>
      <EntryTools form={FORM_OF[kind]} at={at} title={names.text(name)} />
      {numbers.map((judgement) => {
        const label = judgement.at.slice(at.length + 1).replaceAll('/', ' · ')
        return (
          <div key={judgement.at} className={sheet.row}>
            <span>{label}</span>
            <Judged judgement={judgement} label={`${names.text(name)}: ${label}`} />
          </div>
        )
      })}
      <p className={sheet.because}>
        {typeof source === 'string' &&
          (numbers.length > 0 ? (
            <FigureMark evidence={numbers[0] ?? {}} />
          ) : (
            <SourceMark id={source} />
          ))}{' '}
        {because !== undefined && names.text(because)}
      </p>
    </li>
  )
}
