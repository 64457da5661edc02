import { Menu, TextInput } from '@mantine/core'
import { memo, useState } from 'react'
import { KeepDraft } from '../../drafts/keep-draft.tsx'
import type { Judged } from '../../engine/protocol.ts'
import type { Column } from '../../judged/columns.ts'
import type { Standing } from '../../judged/use-judged.ts'
import { RemoveNote } from '../../removing/remove-note.tsx'
import { useWorkbench } from '../../state/use-workbench.ts'
import type { TableDraft } from '../../state/workbench.ts'
import { ChanceBar } from '../../ui/bar.tsx'
import { CaseLink } from '../../ui/case-link.tsx'
import { PartyMark } from '../../ui/party-mark.tsx'
import { Quiet } from '../../ui/quiet.tsx'
import { Term } from '../../ui/term.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { useWords } from '../../ui/use-words.ts'
import { VerdictWord } from '../../ui/verdict-word.tsx'
import classes from './table.module.css'
import type { Deeds, Table } from './use-table.ts'

/** The id of a column's head, where the eye goes after a draft was made. */
export const headId = (column: string): string => `table-head-${column}`

/** Makes a draft and goes to its head. */
export function makeDraft(
  table: Pick<Table, 'draftOf'>,
  ...made: Parameters<Table['draftOf']>
): void {
  goTo(table.draftOf(...made))
}

/** Moves the focus to a column's head once it is there. */
export function goTo(column: string): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => document.getElementById(headId(column))?.focus())
  )
}

/**
 * Title and verdict of a column. Stays in sight while the issues are worked through.
 */
export const Head = memo(function Head({
  column,
  standing
}: {
  readonly column: Column
  readonly standing: Standing
}) {
  return (
    <div>
      <h3 id={headId(column.id)} tabIndex={-1} className={classes['name']}>
        {column.title}
      </h3>
      <Together standing={standing} />
    </div>
  )
})

/** Verdict and joint chance on one line, with its error as a thin bar. */
function Together({
  standing: { answer, stale, pending, error }
}: {
  readonly standing: Standing
}) {
  const { t, said, numbers } = useWords()
  if (error !== undefined)
    return <p className={classes['uncertain']}>{t('table.failed', { why: error })}</p>
  if (!answer) return <Quiet as="p">{t('table.waiting')}</Quiet>
  const { verdict, joint, draws, parties } = answer
  return (
    <div aria-busy={stale}>
      <p className={classes['together']} title={t('table.draws', { n: numbers.count(draws) })}>
        <VerdictWord verdict={verdict} large>
          <Term of={verdict}>{said.say(`verdict.${verdict}`)}</Term>
        </VerdictWord>{' '}
        <span className={classes['number']}>
          {numbers.chance(joint.p, joint.standardError)}
          <span
            className={classes['coming']}
            data-on={pending}
            title={t('table.more.draws')}
            aria-hidden="true"
          >
            …
          </span>
        </span>
      </p>
      <ChanceBar p={joint.p} standardError={joint.standardError} />
      <InShort parties={parties} />
    </div>
  )
}

/**
 * Every party's chance to accept in one line, so that a click far down the issues shows at once who
 * turns.
 */
function InShort({ parties }: Pick<Judged, 'parties'>) {
  const { said, numbers, party } = useWords()
  return (
    <p className={classes['short']} aria-hidden="true">
      {parties
        .filter(({ required }) => required)
        .map((answer) => (
          <span
            key={answer.party}
            title={`${party(answer.party)}: ${said.say(`verdict.${answer.verdict}`)}`}
          >
            <PartyMark party={answer.party}>{numbers.percent(answer.accepts)}</PartyMark>
            {answer.crossed.length > 0 ? <span className={classes['crossed']}> ×</span> : null}
          </span>
        ))}
    </p>
  )
}

function Origin({ column: { proposal } }: { readonly column: Column }) {
  const { source, party, text } = useWords()
  const by = proposal?.by
  const cited = by === undefined ? undefined : source.sources.get(by)
  const who = by === undefined ? undefined : cited ? text(cited.author ?? cited.title) : party(by)
  const said = [who, proposal?.date].filter((one) => one !== undefined)
  return said.length > 0 ? <> · {said.join(', ')}</> : null
}

function Actions({
  column,
  table,
  edited
}: {
  readonly column: Column
  readonly table: Deeds
  readonly edited: boolean
}) {
  const { t } = useWords()
  const { draft } = column
  const drop = (gone: TableDraft): void => {
    const next = table.drop(gone)
    if (next !== undefined) goTo(next)
  }
  const action = (key: string, act: () => void) => (
    <TextLink
      bare
      onClick={act}
      aria-label={t('table.act.on', { action: t(key), title: column.title })}
    >
      {t(key)}
    </TextLink>
  )
  return (
    <div className={`${classes['actions']} no-print`}>
      {action(draft ? 'table.draft.copy' : 'table.draft.make', () => makeDraft(table, column))}
      {draft && !edited ? action('table.draft.edit', () => table.edit(draft.id)) : null}
      {draft ? <KeepDraft draft={draft} onKept={(id) => keptAs(table, id)} /> : null}
      {draft ? action('table.draft.drop', () => drop(draft)) : null}
      {column.proposal ? <ProposalMenu column={column} table={table} /> : null}
    </div>
  )
}

/** Shows the proposal that a draft has become. */
function keptAs(table: Deeds, id: string): void {
  table.show(id)
  goTo(id)
}

/** What can be done with a proposal of the case, beside making a draft of it. */
function ProposalMenu({ column, table }: { readonly column: Column; readonly table: Deeds }) {
  const { t } = useWords()
  const { copyProposal, renameProposal } = useWorkbench()
  const [renaming, setRenaming] = useState(false)
  const [isRemoving, remove] = useState(false)
  const { id, title } = column
  const copy = (): void => {
    const made = copyProposal(id, t('table.proposal.copy.of', { title }))
    if (made !== undefined) keptAs(table, made)
  }
  if (renaming)
    return (
      <TextInput
        size="xs"
        autoFocus
        label={t('table.proposal.rename.to')}
        value={title}
        onChange={({ currentTarget }) => renameProposal(id, currentTarget.value)}
        onBlur={() => setRenaming(false)}
        onKeyDown={({ key }) => {
          if (key === 'Enter' || key === 'Escape') setRenaming(false)
        }}
      />
    )
  if (isRemoving && column.proposal)
    return (
      <RemoveNote
        at={column.proposal.at}
        what={t('table.proposal.one', { title })}
        close={() => {
          remove(false)
          goTo(id)
        }}
      />
    )
  return (
    <Menu position="bottom-start" withInitialFocusPlaceholder={false} returnFocus={false}>
      <Menu.Target>
        <TextLink bare aria-label={t('table.act.on', { action: t('table.more'), title })}>
          {t('table.more')}
        </TextLink>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => setRenaming(true)}>{t('table.proposal.rename')}</Menu.Item>
        <Menu.Item onClick={copy}>{t('table.proposal.copy')}</Menu.Item>
        <Menu.Item onClick={() => remove(true)}>{t('table.proposal.drop')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

/**
 * What there is to say about a column before its answers: what can be done with it, the title to change, what was lost on the
 * way, rules broken, issues open.
 */
export const Remarks = memo(function Remarks({
  column,
  edited,
  judged,
  ...table
}: Deeds & {
  readonly column: Column
  readonly edited: boolean
  readonly judged: Judged | undefined
}) {
  const { t, said, source, text } = useWords()
  const { draft } = column
  return (
    <>
      <Quiet as="p">
        {t(column.proposal ? 'table.proposal' : edited ? 'table.draft.edited' : 'table.draft')}
        <Origin column={column} />
      </Quiet>
      <Actions column={column} table={table} edited={edited} />
      {edited && draft ? (
        <TextInput
          className="no-print"
          size="xs"
          label={t('table.draft.rename')}
          value={draft.title}
          onChange={({ currentTarget }) => table.rename(draft, currentTarget.value)}
        />
      ) : null}
      {judged && judged.open.length > 0 ? (
        <p className={classes['uncertain']}>{t('table.open.count', { n: judged.open.length })}</p>
      ) : null}
      {judged?.brokenRules.map((at) => {
        const why = source.rules.find((rule) => rule.at === at)?.because
        return (
          <p key={at}>
            <CaseLink to={at}>
              {why === undefined
                ? t('table.rule.plain')
                : said.say('placed.breaks', { rule: text(why) })}
            </CaseLink>
          </p>
        )
      })}
    </>
  )
})
