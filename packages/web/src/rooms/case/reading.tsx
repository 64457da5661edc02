import { useMediaQuery } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { useMessages } from '../../messages/index.ts'
import { useGround } from '../../ui/ground.ts'
import { Later } from '../../ui/later.tsx'
import { Quiet } from '../../ui/quiet.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { Issues, Proposals, Rules, Scenarios } from './agenda.tsx'
import { GraphPart } from './beyond.tsx'
import sheet from './case.module.css'
import type { Section } from './contents.ts'
import { counts, SECTIONS } from './contents.ts'
import { Polls, Sources } from './evidence.tsx'
import { Field } from './field.tsx'
import { Add } from './forms/add.tsx'
import { EntryTools } from './forms/entry-tools.tsx'
import type { FormName } from './forms/specs/index.ts'
import { goTo } from './go-to.ts'
import { GraphForms } from './graph-forms.tsx'
import { Needs } from './needs.tsx'
import { Parties } from './parties.tsx'
import { ProcessForms, ProcessSection } from './process.tsx'

/** The section of the first view. */
const FIRST: Section = 'parties'

const PARTS: Readonly<Record<Section, (props: { readonly whole: boolean }) => ReactNode>> = {
  parties: Parties,
  issues: Issues,
  rules: Rules,
  proposals: Proposals,
  polls: Polls,
  sources: Sources,
  scenarios: Scenarios,
  graph: GraphPart,
  process: ProcessSection
}

/** The form by which each section grows; the rest is written as text, or by forms of its own. */
const GROWS: Partial<Readonly<Record<Section, FormName>>> = {
  parties: 'party',
  issues: 'issue',
  rules: 'rule',
  proposals: 'proposal',
  polls: 'poll',
  sources: 'source',
  scenarios: 'scenario'
}

/**
 * The case as a document, with its contents beside it. `whole`: all of it at once, as for whoever
 * comes for a part of it; else what is below the first view comes after it.
 */
export function Reading({ whole }: { readonly whole: boolean }) {
  const count = counts(useGround().source)
  return (
    <div className={sheet.columns}>
      <Contents count={count} />
      <div className={sheet.body}>
        <Opening />
        <Needs />
        {SECTIONS.map((section) => (
          <Part key={section} section={section} count={count[section]} whole={whole} />
        ))}
      </div>
    </div>
  )
}

function Contents({ count }: { readonly count: Readonly<Record<Section, number>> }) {
  const t = useMessages()
  const names = useGround()
  const { source } = names
  const link = (id: string, text: ReactNode): ReactNode => (
    <TextLink bare onClick={() => goTo(id)}>
      {text}
    </TextLink>
  )
  return (
    <nav className={`${sheet.contents} no-print`} aria-label={t('case.contents')}>
      <ul>
        {SECTIONS.map((section) => (
          <li key={section} data-empty={count[section] === 0}>
            {link(`case-${section}`, t(`case.section.${section}`))} <Quiet>{count[section]}</Quiet>
            {section === 'parties' && (
              <ul>
                {[...source.parties.values()].map(({ id, at, name }) => (
                  <li key={id}>{link(at, names.text(name))}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Opening() {
  const t = useMessages()
  const names = useGround()
  const { source } = names
  const needed = [...new Set(source.required.map(({ party }) => party))]
  return (
    <dl className={sheet.opening}>
      <dt>{t('case.title')}</dt>
      <dd>
        <Field at="title" text={source.title} label={t('case.title')} />
      </dd>
      <dt>{t('case.view')}</dt>
      <dd>
        <Field at="view" text={source.view} label={t('case.view')} />
      </dd>
      <dt>{t('case.asOf')}</dt>
      <dd>
        {source.asOf} <EntryTools form="asOf" at="as-of" title="" removable={false} />
      </dd>
      <dt>{t('case.required')}</dt>
      <dd>
        {needed.map((id) => names.party(id)).join(', ') || t('case.required.none')}{' '}
        <EntryTools form="required" at="required" title="" removable={false} />
      </dd>
    </dl>
  )
}

interface PartProps {
  readonly section: Section
  readonly count: number
  readonly whole: boolean
}

function Part({ section, count, whole }: PartProps) {
  const t = useMessages()
  const Body = PARTS[section]
  const grows = GROWS[section]
  return (
    <Folded
      head={
        <h2 id={`case-${section}`} tabIndex={-1}>
          {t(`case.section.${section}`)}
        </h2>
      }
      count={count}
      label={`case-${section}`}
    >
      <Later now={whole || section === FIRST}>
        {count === 0 ? <Quiet as="p">{t(`case.empty.${section}`)}</Quiet> : <Body whole={whole} />}
        {grows && <Add form={grows} to={section} />}
        {section === 'graph' && <GraphForms />}
        {section === 'process' && <ProcessForms />}
      </Later>
    </Folded>
  )
}

/** A section: on a narrow page folded under its heading, with how much is in it. */
function Folded({
  head,
  count,
  label,
  children
}: {
  readonly head: ReactNode
  readonly count: number
  readonly label: string
  readonly children: ReactNode
}) {
  const isNarrow = useMediaQuery('(max-width: 40rem)', false, { getInitialValueInEffect: false })
  return (
    <section aria-labelledby={label} className={sheet.section}>
      {isNarrow ? (
        <details className={sheet.folded}>
          <summary>
            {head} <Quiet>{count}</Quiet>
          </summary>
          {children}
        </details>
      ) : (
        <>
          {head}
          {children}
        </>
      )}
    </section>
  )
}
