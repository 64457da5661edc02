import { NativeSelect } from '@mantine/core'
import type { Issue, Redline } from '@truce/core'
import { Leanings } from '@truce/core/worth'
import { memo, useId, useMemo } from 'react'
import type { Said } from '../../judged/columns.ts'
import { saidOn, stagesOf } from '../../judged/columns.ts'
import { crossedWith } from '../../judged/redlines.ts'
import { useSaid } from '../../judged/use-said.ts'
import { PartyMark } from '../../ui/party-mark.tsx'
import { useWords } from '../../ui/use-words.ts'
import classes from './desk.module.css'
import { Legend, Marks, marked, marksOf } from './marks.tsx'
import type { Choose, Desk } from './use-desk.ts'

/** More options than this, as the amounts of a divisible issue, are chosen from a list. */
const RADIOS = 9

/** Where the options of an issue stand. */
export const issueId = (issue: string): string => `desk-issue-${issue}`

/** Every issue with its options, each marked by who welcomes it, who minds it, whose redline it crosses. */
export const IssuesPane = memo(function IssuesPane({
  shown,
  isLooking,
  choose
}: Pick<Desk, 'shown' | 'isLooking' | 'choose'>) {
  const words = useWords()
  const { t, source } = words
  const leanings = useMemo(() => new Leanings(source), [source])
  const now = shown ? stagesOf(shown, source) : [new Map<string, string>()]
  return (
    <section className={classes['pane']} aria-labelledby="desk-issues" id="options">
      <div className={classes['head']}>
        <h3 id="desk-issues">{t('desk.issues')}</h3>
        <p className={classes['who']}>
          {marked(words).map((party) => (
            <span key={party}>
              <PartyMark party={party} />
            </span>
          ))}
        </p>
        <Legend />
      </div>
      {source.issues.map((issue) => (
        <Options
          key={issue.id}
          issue={issue}
          said={shown ? saidOn(shown, issue) : NOTHING}
          crossed={crossedWith(source, issue.id, now)}
          leanings={leanings}
          choose={choose}
          waits={isLooking}
        />
      ))}
    </section>
  )
})

const NOTHING: Said = { kind: 'open' }

interface Props {
  readonly issue: Issue
  readonly said: Said
  /** By option, the redlines crossed with it. */
  readonly crossed: ReadonlyMap<string, readonly Redline[]>
  readonly leanings: Leanings
  readonly choose: Choose
  /** Nothing can be chosen yet. */
  readonly waits: boolean
}

/** One issue; drawn again only when something about it has changed. */
const Options = memo(function Options(props: Props) {
  const { issue: title } = useWords()
  const { issue, waits } = props
  const many = issue.options.length > RADIOS
  return (
    <fieldset className={classes['issue']} id={issueId(issue.id)} disabled={waits}>
      <legend>{title(issue.id)}</legend>
      {many ? (
        <LongList {...props} />
      ) : (
        issue.options.map(({ id }) => <Option key={id} {...props} option={id} />)
      )}
      {many ? null : <Option {...props} option={undefined} />}
    </fieldset>
  )
}, isSame)

function isSame(a: Props, b: Props): boolean {
  return (
    a.issue === b.issue &&
    a.leanings === b.leanings &&
    a.waits === b.waits &&
    chosenIn(a) === chosenIn(b) &&
    crossings(a) === crossings(b)
  )
}

const chosenIn = ({ said }: Pick<Props, 'said'>): string | undefined =>
  said.kind === 'settled' ? said.option : undefined

const crossings = ({ crossed }: Props): string =>
  [...crossed].map(([id, redlines]) => `${id}: ${redlines.map(({ at }) => at)}`).join()

function Option({
  issue,
  said,
  crossed,
  leanings,
  choose,
  option
}: Props & { readonly option: string | undefined }) {
  const words = useWords()
  const nothing = useSaid().nothing(issue)
  const id = useId()
  const chosen = chosenIn({ said }) === option
  const marks =
    option === undefined
      ? []
      : marksOf(words, [issue.id, option], { leanings, crossed: crossed.get(option) ?? [] })
  const told = marks.some((mark) => mark.words !== undefined)
  return (
    <label className={classes['option']} data-chosen={chosen} data-nothing={option === undefined}>
      <input
        type="radio"
        name={`desk ${issue.id}`}
        checked={chosen}
        onChange={() => choose(issue.id, option)}
        aria-labelledby={`${id}-words`}
        aria-describedby={told ? id : undefined}
      />
      <span id={`${id}-words`}>
        {option === undefined ? nothing : words.option(issue.id, option)}
      </span>
      {marks.length > 0 && <Marks id={id} marks={marks} />}
    </label>
  )
}

function LongList({ issue, said, crossed, leanings, choose }: Props) {
  const words = useWords()
  const nothing = useSaid().nothing(issue)
  const id = useId()
  const chosen = chosenIn({ said })
  return (
    <div className={classes['option']}>
      <NativeSelect
        size="xs"
        aria-label={words.issue(issue.id)}
        aria-describedby={id}
        value={chosen ?? ''}
        onChange={({ currentTarget }) => choose(issue.id, currentTarget.value || undefined)}
      >
        {issue.options.map((one) => (
          <option key={one.id} value={one.id}>
            {words.option(issue.id, one.id)}
          </option>
        ))}
        <option value="">{nothing}</option>
      </NativeSelect>
      {chosen !== undefined && (
        <Marks
          id={id}
          marks={marksOf(words, [issue.id, chosen], {
            leanings,
            crossed: crossed.get(chosen) ?? []
          })}
        />
      )}
    </div>
  )
}
