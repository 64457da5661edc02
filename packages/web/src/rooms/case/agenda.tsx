import { Button } from '@mantine/core'
import type { Issue, Proposal, Term } from '@truce/core'
import { useMessages } from '../../messages/index.ts'
import { useWorkbench } from '../../state/use-workbench.ts'
import { useGround } from '../../ui/ground.ts'
import { Quiet } from '../../ui/quiet.tsx'
import { Because } from './because.tsx'
import sheet from './case.module.css'
import { Field } from './field.tsx'
import { FigureMark } from './figure-mark.tsx'
import { Add } from './forms/add.tsx'
import { EntryTools } from './forms/entry-tools.tsx'
import { Judged } from './judged.tsx'
import { SourceMark } from './source-note.tsx'
import { conditionWords } from './wording.ts'

/** What is to be agreed, with the options of each issue. */
export function Issues() {
  const { source } = useGround()
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
  const names = useGround()
  const amounts = options.flatMap(({ amount }) => amount ?? [])
  return (
    <li id={at} className={sheet.block}>
      <b>
        <Field
          inForm
          at={`${at}/title`}
          text={title}
          label={t('case.issue.titleOf', { issue: names.text(title) })}
        />
      </b>
      {amounts.length > 0 ? (
        <p>
          {t('case.issue.amounts', {
            from: Math.min(...amounts),
            to: Math.max(...amounts),
            unit: unit === undefined ? '' : names.text(unit)
          })}
        </p>
      ) : (
        <ul className={sheet.options}>
          {options.map((option) => (
            <li key={option.id}>
              {names.text(option.title)}{' '}
              {option.guarantors &&
                ` (${t('case.issue.guarantors', { names: option.guarantors.map((one) => names.party(one)).join(', ') })})`}{' '}
              <EntryTools
                form="option"
                at={`${at}/options/${option.id}`}
                title={`${names.text(option.title)} (${names.text(title)})`}
              />
            </li>
          ))}
        </ul>
      )}
      <Quiet as="p">
        {ordered && amounts.length === 0 && `${t('case.issue.ordered')} `}
        {ifSilent !== undefined
          ? t('case.issue.silent', { option: names.option(id, ifSilent) })
          : t('case.issue.open')}
      </Quiet>
      {amounts.length === 0 && (
        <Add form="option" to={`${at}/options`} of={names.text(title)} issue={id} />
      )}
      <EntryTools form="issue" at={at} title={names.text(title)} issue={id} />
    </li>
  )
}

/** What makes no sense together. */
export function Rules() {
  const t = useMessages()
  const names = useGround()
  const { source } = names
  return (
    <ul className={sheet.rows}>
      {source.rules.map((rule) => (
        <li key={rule.at} id={rule.at} className={sheet.block}>
          <p>{t('case.rule', { condition: conditionWords(rule.excludes, names, t) })}</p>
          <Because
            at={rule.at}
            of={conditionWords(rule.excludes, names, t)}
            evidence={rule}
            figures={false}
          />
          <EntryTools form="rule" at={rule.at} title={conditionWords(rule.excludes, names, t)} />
        </li>
      ))}
    </ul>
  )
}

/** What is on the table. */
export function Proposals() {
  const { source } = useGround()
  return source.proposals.map((proposal) => <ProposalPart key={proposal.id} proposal={proposal} />)
}

function ProposalPart({
  proposal: { id, at, title, by, date, terms }
}: {
  readonly proposal: Proposal
}) {
  const t = useMessages()
  const names = useGround()
  const { source } = names
  const { go } = useWorkbench()
  return (
    <article id={at} className={sheet.block}>
      <h3>
        <Field
          inForm
          at={`${at}/title`}
          text={title}
          label={t('case.proposal.titleOf', { proposal: names.text(title) })}
        />
      </h3>
      <Quiet as="p">
        {by !== undefined && (source.parties.has(by) ? names.party(by) : <SourceMark id={by} />)}{' '}
        {date}{' '}
        <Button
          className="no-print"
          size="compact-xs"
          variant="subtle"
          onClick={() => go('table', id)}
        >
          {t('case.proposal.table')}
        </Button>
      </Quiet>
      <dl className={sheet.terms}>
        {[...terms].map(([issue, term]) => (
          <div key={issue}>
            <dt>{names.issue(issue)}</dt>
            <dd>
              <TermWords issue={issue} term={term} />
            </dd>
          </div>
        ))}
      </dl>
      <EntryTools form="proposal" at={at} title={names.text(title)} />
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
  const names = useGround()
  if (then === undefined) return names.option(issue, option)
  return (
    <>
      {t('case.proposal.staged', {
        first: names.option(issue, option),
        then: names.option(issue, then)
      })}{' '}
      {chance && (
        <>
          <Judged
            judgement={chance}
            label={t('case.proposal.chance', { option: names.option(issue, then) })}
          />{' '}
          <Quiet>
            <FigureMark evidence={chance} />
          </Quiet>
        </>
      )}
    </>
  )
}

/** Facts nobody knows yet, on which judgements hang. */
export function Scenarios() {
  const t = useMessages()
  const names = useGround()
  const { source } = names
  return (
    <ul className={sheet.rows}>
      {source.scenarios.map(({ id, at, title, p, ...evidence }) => (
        <li key={id} id={at} className={sheet.block}>
          <div className={sheet.row}>
            <Field
              inForm
              at={`${at}/title`}
              text={title}
              label={t('case.scenario.titleOf', { scenario: names.text(title) })}
            />
            <Judged
              judgement={p}
              label={t('case.scenario.chance', { scenario: names.text(title) })}
            />
          </div>
          <Because at={at} of={names.text(title)} evidence={evidence} />
          <EntryTools form="scenario" at={at} title={names.text(title)} />
        </li>
      ))}
    </ul>
  )
}
