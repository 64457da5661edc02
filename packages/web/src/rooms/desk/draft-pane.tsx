import { TextInput } from '@mantine/core'
import type { Issue } from '@truce/core'
import { KeepDraft } from '../../drafts/keep-draft.tsx'
import type { Column } from '../../judged/columns.ts'
import { differing, saidOn } from '../../judged/columns.ts'
import { useSaid } from '../../judged/use-said.ts'
import { useWorkbench } from '../../state/use-workbench.ts'
import { TextLink } from '../../ui/text-link.tsx'
import { useWords } from '../../ui/use-words.ts'
import classes from './desk.module.css'
import { issueId } from './issues-pane.tsx'
import type { Desk } from './use-desk.ts'

/** What is worked on, issue by issue, beside the proposal that it began from. */
export function DraftPane({ desk }: { readonly desk: Desk }) {
  const { t, source } = useWords()
  const { shown, parent } = desk
  const changed = new Set(
    shown && parent ? differing([shown, parent], source.issues).map(({ id }) => id) : []
  )
  return (
    <section className={classes['pane']} aria-labelledby="desk-draft">
      <div className={classes['head']}>
        <h3 id="desk-draft" className={shown?.draft && classes['hidden']}>
          {shown?.title ?? t('desk.draft.none')}
        </h3>
        {shown?.draft && <Named key={shown.id} column={shown} />}
        <p className={classes['quiet']}>
          {t(beganFrom(shown, parent), { title: parent?.title ?? '', n: changed.size })}
          {shown?.draft && <> {t('desk.draft.unkept')}</>}
        </p>
        {shown && <Actions desk={desk} column={shown} />}
      </div>
      {shown && (
        <ul className={classes['terms']}>
          {source.issues.map((issue) => (
            <Term
              key={issue.id}
              issue={issue}
              column={shown}
              before={changed.has(issue.id) ? parent : undefined}
            />
          ))}
        </ul>
      )}
    </section>
  )
}

function beganFrom(shown: Column | undefined, parent: Column | undefined): string {
  if (!shown) return 'desk.draft.start'
  if (shown.proposal) return 'desk.draft.proposal'
  return parent ? 'desk.draft.began' : 'desk.draft.alone'
}

/** The title of a draft, to change. */
function Named({ column: { draft } }: { readonly column: Column }) {
  const { t } = useWords()
  const { putDraft } = useWorkbench()
  if (!draft) return null
  return (
    <TextInput
      variant="unstyled"
      classNames={{ input: classes['title'] ?? '' }}
      aria-label={t('desk.draft.rename')}
      value={draft.title}
      onChange={({ currentTarget }) => putDraft({ ...draft, title: currentTarget.value })}
    />
  )
}

/** What can be done with the whole of what is shown. */
function Actions({ desk, column }: { readonly desk: Desk; readonly column: Column }) {
  const { t } = useWords()
  const { title, draft } = column
  const action = (key: string, act: () => void) => (
    <TextLink
      bare
      onClick={act}
      aria-label={t('desk.draft.act', { action: t(`desk.draft.${key}`), title })}
    >
      {t(`desk.draft.${key}`)}
    </TextLink>
  )
  if (!draft) return <div className={classes['actions']}>{action('make', desk.copy)}</div>
  return (
    <div className={classes['actions']}>
      <KeepDraft draft={draft} onKept={desk.pick} />
      {action('copy', desk.copy)}
      {action('drop', () => desk.drop(draft))}
    </div>
  )
}

interface TermProps {
  readonly issue: Issue
  readonly column: Column
  /** The proposal where it says something else. */
  readonly before: Column | undefined
}

function Term({ issue, column, before }: TermProps) {
  const { t, issue: title } = useWords()
  const words = useSaid()
  const said = saidOn(column, issue)
  return (
    <li data-changed={before !== undefined} data-open={said.kind === 'open'}>
      <TextLink bare onClick={() => goToOptions(issue.id)}>
        {title(issue.id)}
      </TextLink>
      <span>{words.of(said, issue)}</span>
      {before && (
        <span className={classes['quiet']}>
          {t('desk.draft.before', { said: words.of(saidOn(before, issue), issue) })}
        </span>
      )}
    </li>
  )
}

/** Brings the options of an issue into sight, with the focus on the one that is chosen. */
function goToOptions(issue: string): void {
  const options = document.getElementById(issueId(issue))
  const input =
    options?.querySelector<HTMLElement>('input:checked, select') ??
    options?.querySelector<HTMLElement>('input')
  options?.scrollIntoView({ block: 'nearest' })
  input?.focus({ preventScroll: true })
}
