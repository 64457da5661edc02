import { NativeSelect, VisuallyHidden } from '@mantine/core'
import type { Issue, Redline } from '@truce/core'
import { memo, useId } from 'react'
import type { Column, Said } from '../../judged/columns.ts'
import { saidOn } from '../../judged/columns.ts'
import { useSaid } from '../../judged/use-said.ts'
import { Quiet } from '../../ui/quiet.tsx'
import { useWords } from '../../ui/use-words.ts'
import classes from './table.module.css'
import type { Change } from './worth.ts'
import { changesBy } from './worth.ts'

/** More options than this, as the amounts of a divisible issue, are chosen from a list. */
const RADIOS = 9

/** Settles an issue of the draft that is edited; without an option the issue is left open. */
export type Choose = (issue: string, option: string | undefined) => void

interface ChoiceProps {
  readonly issue: Issue
  /** The column's id and title. */
  readonly of: string
  readonly title: string
  readonly said: Said
  /** By option, the redlines it would cross. */
  readonly crossing: ReadonlyMap<string, readonly Redline[]>
  readonly choose: Choose
}

/**
 * One issue of the draft being edited, as a group of radio buttons. Drawn again only when something
 * about the issue has changed.
 */
export const Choice = memo(function Choice(props: ChoiceProps) {
  const { issue: name, source } = useWords()
  const { issue, of, title, said, crossing, choose } = props
  if (issue.options.length > RADIOS) return <LongChoice {...props} />
  const changes = changesBy(source, issue, said)
  const line = { issue, of, said, choose }
  return (
    <fieldset className={classes['choice']}>
      <legend className={classes['hidden']}>
        {name(issue.id)} – {title}
      </legend>
      {issue.options.map(({ id }) => (
        <OptionLine
          key={id}
          {...line}
          option={id}
          marks={{ changes: changes.get(id) ?? [], crossing: crossing.get(id) ?? [] }}
        />
      ))}
      <OptionLine {...line} option={undefined} marks={{ changes: [], crossing: [] }} />
    </fieldset>
  )
}, isSame)

function isSame(a: ChoiceProps, b: ChoiceProps): boolean {
  const option = ({ said }: ChoiceProps): string =>
    said.kind === 'open' ? said.kind : `${said.kind} ${said.option}`
  const crossed = ({ crossing }: ChoiceProps): string =>
    [...crossing].map(([id, redlines]) => `${id}: ${redlines.map(({ at }) => at)}`).join()
  return (
    a.issue === b.issue &&
    a.of === b.of &&
    a.title === b.title &&
    option(a) === option(b) &&
    crossed(a) === crossed(b)
  )
}

/** What choosing an option would change. */
interface Marks {
  readonly changes: readonly Change[]
  readonly crossing: readonly Redline[]
}

interface LineProps extends Pick<ChoiceProps, 'issue' | 'of' | 'said' | 'choose'> {
  readonly option: string | undefined
  readonly marks: Marks
}

function OptionLine({ issue, of, said, choose, option, marks }: LineProps) {
  const { option: title } = useWords()
  const nothing = useSaid().nothing(issue)
  const id = useId()
  const chosen = (said.kind === 'settled' ? said.option : undefined) === option
  const marked = marks.changes.length + marks.crossing.length > 0
  return (
    <label className={classes['option']} data-chosen={chosen} data-nothing={option === undefined}>
      <input
        type="radio"
        name={`${of} ${issue.id}`}
        checked={chosen}
        onChange={() => choose(issue.id, option)}
        aria-labelledby={`${id}-words`}
        aria-describedby={marked ? id : undefined}
      />
      <span className={classes['words']} id={`${id}-words`}>
        {option === undefined ? nothing : title(issue.id, option)}
      </span>
      {marked ? <MarkList marks={marks} id={id} open={said.kind === 'open'} /> : null}
    </label>
  )
}

/**
 * Who gains and who loses by an option, and whose redline it would cross: seen while the issue is
 * pointed at or in focus.
 */
function MarkList({
  marks: { changes, crossing },
  id,
  open
}: {
  readonly marks: Marks
  readonly id: string
  readonly open: boolean
}) {
  const { t, numbers, party, hue, text } = useWords()
  const sentence = [
    ...changes.map((change) =>
      t('table.change.party', { party: party(change.party), points: numbers.gain(change.points) })
    ),
    ...crossing.map((redline) =>
      t('table.change.crosses', {
        party: party(redline.party),
        says: text(redline.says ?? redline.id)
      })
    )
  ].join(', ')
  const against = t(open ? 'table.change.middle' : 'table.change.now')
  return (
    <span className={classes['marks']} title={`${sentence} (${against})`}>
      <VisuallyHidden component="span" id={id}>
        {changes.length > 0 ? `${against}: ` : ''}
        {sentence}
      </VisuallyHidden>
      {changes.map(({ party: who, points }) => (
        <span key={who} style={{ color: hue(who).color }} aria-hidden="true">
          {hue(who).glyph}
          {numbers.gain(points)}
        </span>
      ))}
      {crossing.length > 0 ? (
        <span className={classes['crossed']} aria-hidden="true">
          ×
          {[...new Set(crossing.map((redline) => redline.party))].map((who) => (
            <span key={who} style={{ color: hue(who).color }}>
              {hue(who).glyph}
            </span>
          ))}
        </span>
      ) : null}
    </span>
  )
}

function LongChoice({ issue, title, said, choose }: ChoiceProps) {
  const { option: words, issue: name } = useWords()
  const nothing = useSaid().nothing(issue)
  return (
    <NativeSelect
      size="xs"
      aria-label={`${name(issue.id)} – ${title}`}
      value={said.kind === 'settled' ? said.option : ''}
      onChange={({ currentTarget }) => choose(issue.id, currentTarget.value || undefined)}
    >
      {issue.options.map(({ id }) => (
        <option key={id} value={id}>
          {words(issue.id, id)}
        </option>
      ))}
      <option value="">{nothing}</option>
    </NativeSelect>
  )
}

/** What a column that is not edited says about an issue. */
export const SaidCell = memo(function SaidCell({
  column,
  issue
}: {
  readonly column: Column
  readonly issue: Issue
}) {
  const words = useSaid()
  const said = saidOn(column, issue)
  const text = words.of(said, issue)
  if (said.kind === 'open') return <span className={classes['uncertain']}>{text}</span>
  return said.kind === 'silent' ? <Quiet>{text}</Quiet> : text
})
