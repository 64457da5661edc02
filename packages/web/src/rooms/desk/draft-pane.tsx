import { TextInput } from '@mantine/core'
import { memo } from 'react'
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

type Deeds = Pick<Desk, 'pick' | 'copy' | 'drop'>

interface Props extends Deeds {
  readonly shown: Column | undefined
  /** The proposal that it began from. */
  readonly parent: Column | undefined
}

/** What is worked on, issue by issue, beside the proposal that it began from. */
export const DraftPane = memo(function DraftPane({ shown, parent, ...deeds }: Props) {
  const { t, source } = useWords()
  const words = useSaid()
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
        {shown && <Actions {...deeds} column={shown} />}
      </div>
      {shown && (
        <ul className={classes['terms']}>
          {source.issues.map((issue) => (
            <Term
              key={issue.id}
              issue={issue.id}
              isOpen={saidOn(shown, issue).kind === 'open'}
              says={words.of(saidOn(shown, issue), issue)}
              before={
                parent && changed.has(issue.id) ? words.of(saidOn(parent, issue), issue) : undefined
              }
            />
          ))}
        </ul>
      )}
    </section>
  )
})

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
function Actions({ column, pick, copy, drop }: Deeds & { readonly column: Column }) {
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
  if (!draft) return <div className={classes['actions']}>{action('make', copy)}</div>
  return (
    <div className={classes['actions']}>
      <KeepDraft draft={draft} onKept={pick} />
      {action('copy', copy)}
      {action('drop', () => drop(draft))}
    </div>
  )
}

interface TermProps {
  readonly issue: string
  readonly isOpen: boolean
  /** What is said on the issue, in words. */
  readonly says: string
  /** What the proposal says, where it is something else. */
  readonly before: string | undefined
}

const Term = memo(function Term({ issue, isOpen, says, before }: TermProps) {
  const { t, issue: title } = useWords()
  return (
    <li data-changed={before !== undefined} data-open={isOpen}>
      <TextLink bare onClick={() => goToOptions(issue)}>
        {title(issue)}
      </TextLink>
      <span>{says}</span>
      {before !== undefined && (
        <span className={classes['quiet']}>{t('desk.draft.before', { said: before })}</span>
      )}
    </li>
  )
})

/** Brings the options of an issue into sight, with the focus on the one that is chosen. */
function goToOptions(issue: string): void {
  const options = document.getElementById(issueId(issue))
  const input =
    options?.querySelector<HTMLElement>('input:checked, select') ??
    options?.querySelector<HTMLElement>('input')
  options?.scrollIntoView({ block: 'nearest' })
  input?.focus({ preventScroll: true })
}
