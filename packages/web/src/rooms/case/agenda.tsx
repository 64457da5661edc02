import { Button } from '@mantine/core'
import type { Issue, Proposal, Term } from '@truce/core'
import { textIn } from '@truce/core/model'
import { useMessages } from '../../messages/index.ts'
import sheet from './case.module.css'
import { Field } from './field.tsx'
import { Judged } from './judged.tsx'
import { useRoom } from './room.ts'
import { SourceMark } from './source-note.tsx'
import { conditionWords, issueTitle, optionTitle, partyName } from './wording.ts'

/** What is to be agreed, with the options of each issue. */
export function Issues() {
  const { source } = useRoom()
  return (
    <ol className={sheet.rows}>
      {source.issues.map((issue) => (
        <IssueRow key={issue.id} issue={issue} />
      ))}
    </ol>
  )
}

function IssueRow({
  issue: { at, title, ordered, options, unit, ifSilent, id }
}: {
  readonly issue: Issue
}) {
  const t = useMessages()
  const { source } = useRoom()
  const amounts = options.flatMap(({ amount }) => amount ?? [])
  return (
    <li id={at} className={sheet.block}>
      <b>
        <Field at={`${at}/title`} text={textIn(title)} label={t('case.issue.title')} />
      </b>
      {amounts.length > 0 ? (
        <p>
          {t('case.issue.amounts', {
            from: Math.min(...amounts),
            to: Math.max(...amounts),
            unit: unit === undefined ? '' : textIn(unit)
          })}
        </p>
      ) : (
        <ul className={sheet.options}>
          {options.map((option) => (
            <li key={option.id}>
              {textIn(option.title)}
              {option.guarantors &&
                ` (${t('case.issue.guarantors', { names: option.guarantors.map((one) => partyName(source, one)).join(', ') })})`}
            </li>
          ))}
        </ul>
      )}
      <p className={sheet.quiet}>
        {ordered && amounts.length === 0 && `${t('case.issue.ordered')} `}
        {ifSilent !== undefined
          ? t('case.issue.silent', { option: optionTitle(source, id, ifSilent) })
          : t('case.issue.open')}
      </p>
    </li>
  )
}

/** What makes no sense together. */
export function Rules() {
  const t = useMessages()
  const { source } = useRoom()
  return (
    <ul className={sheet.rows}>
      {source.rules.map(({ at, excludes, because, source: id }) => (
        <li key={at} id={at} className={sheet.block}>
          <p>{t('case.rule', { condition: conditionWords(excludes, source, t) })}</p>
          <div className={sheet.because}>
            <SourceMark id={id} /> ·{' '}
            <Field
              at={`${at}/because`}
              text={because === undefined ? undefined : textIn(because)}
              label={t('case.evidence.because')}
            />
          </div>
        </li>
      ))}
    </ul>
  )
}

/** What is on the table. */
export function Proposals() {
  const { source } = useRoom()
  return source.proposals.map((proposal) => <ProposalPart key={proposal.id} proposal={proposal} />)
}

function ProposalPart({
  proposal: { id, at, title, by, date, terms }
}: {
  readonly proposal: Proposal
}) {
  const t = useMessages()
  const { source, workbench } = useRoom()
  return (
    <article id={at} className={sheet.block}>
      <h3>
        <Field at={`${at}/title`} text={textIn(title)} label={t('case.proposal.title')} />
      </h3>
      <p className={sheet.quiet}>
        {by !== undefined &&
          (source.parties.has(by) ? partyName(source, by) : <SourceMark id={by} />)}{' '}
        {date}{' '}
        <Button
          className="no-print"
          size="compact-xs"
          variant="subtle"
          onClick={() => workbench.go('table', id)}
        >
          {t('case.proposal.table')}
        </Button>
      </p>
      <dl className={sheet.terms}>
        {[...terms].map(([issue, term]) => (
          <div key={issue}>
            <dt>{issueTitle(source, issue)}</dt>
            <dd>
              <TermWords issue={issue} term={term} />
            </dd>
          </div>
        ))}
      </dl>
    </article>
  )
}

function TermWords({
  issue,
  term: { option, then, chance }
}: {
  readonly issue: string
  readonly term: Term
}) {
  const t = useMessages()
  const { source } = useRoom()
  if (then === undefined) return optionTitle(source, issue, option)
  return (
    <>
      {t('case.proposal.staged', {
        first: optionTitle(source, issue, option),
        then: optionTitle(source, issue, then)
      })}{' '}
      {chance && (
        <Judged
          judgement={chance}
          label={t('case.proposal.chance', { option: optionTitle(source, issue, then) })}
        />
      )}
    </>
  )
}

/** Facts nobody knows yet, on which judgements hang. */
export function Scenarios() {
  const t = useMessages()
  const { source } = useRoom()
  return (
    <ul className={sheet.rows}>
      {source.scenarios.map(({ id, at, title, p, because, source: cited }) => (
        <li key={id} id={at} className={sheet.block}>
          <div className={sheet.row}>
            <Field at={`${at}/title`} text={textIn(title)} label={t('case.scenario.title')} />
            <Judged judgement={p} label={t('case.scenario.chance', { scenario: textIn(title) })} />
          </div>
          <div className={sheet.because}>
            <SourceMark id={cited} /> ·{' '}
            <Field
              at={`${at}/because`}
              text={because === undefined ? undefined : textIn(because)}
              label={t('case.evidence.because')}
            />
          </div>
        </li>
      ))}
    </ul>
  )
}
