import { textIn } from '@truce/core/model'
import type { ReactNode } from 'react'
import { useMessages } from '../../messages/index.ts'
import { AddSource } from './add-source.tsx'
import { Issues, Proposals, Rules, Scenarios } from './agenda.tsx'
import { GraphPart, ProcessSection } from './beyond.tsx'
import sheet from './case.module.css'
import type { Section } from './contents.ts'
import { counts, SECTIONS } from './contents.ts'
import { Polls, Sources } from './evidence.tsx'
import { Field } from './field.tsx'
import { goTo } from './go-to.ts'
import { Parties } from './parties.tsx'
import { useRoom } from './room.ts'

const PARTS: Readonly<Record<Section, () => ReactNode>> = {
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

/** The case as a document, with its contents beside it. */
export function Reading() {
  const { source } = useRoom()
  const count = counts(source)
  return (
    <div className={sheet.columns}>
      <Contents count={count} />
      <div className={sheet.body}>
        <Opening />
        {SECTIONS.map((section) => (
          <Part key={section} section={section} count={count[section]} />
        ))}
      </div>
    </div>
  )
}

function Contents({ count }: { readonly count: Readonly<Record<Section, number>> }) {
  const t = useMessages()
  const { source } = useRoom()
  const link = (id: string, text: ReactNode): ReactNode => (
    <button type="button" className={sheet.link} onClick={() => goTo(id)}>
      {text}
    </button>
  )
  return (
    <nav className={`${sheet.contents} no-print`} aria-label={t('case.contents')}>
      <ul>
        {SECTIONS.map((section) => (
          <li key={section} data-empty={count[section] === 0}>
            {link(`case-${section}`, t(`case.section.${section}`))}{' '}
            <span className={sheet.quiet}>{count[section]}</span>
            {section === 'parties' && (
              <ul>
                {[...source.parties.values()].map(({ id, at, name }) => (
                  <li key={id}>{link(at, textIn(name))}</li>
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
  const { source } = useRoom()
  return (
    <dl className={sheet.opening}>
      <dt>{t('case.title')}</dt>
      <dd>
        <Field at="title" text={textIn(source.title)} label={t('case.title')} />
      </dd>
      <dt>{t('case.view')}</dt>
      <dd>
        <Field
          at="view"
          text={source.view === undefined ? undefined : textIn(source.view)}
          label={t('case.view')}
        />
      </dd>
      <dt>{t('case.asOf')}</dt>
      <dd>{source.asOf}</dd>
    </dl>
  )
}

function Part({ section, count }: { readonly section: Section; readonly count: number }) {
  const t = useMessages()
  const { workbench } = useRoom()
  const Body = PARTS[section]
  return (
    <section aria-labelledby={`case-${section}`} className={sheet.section}>
      <h2 id={`case-${section}`} tabIndex={-1}>
        {t(`case.section.${section}`)}
      </h2>
      {count === 0 ? (
        <p className={sheet.quiet}>
          {t(`case.empty.${section}`)}{' '}
          <button
            type="button"
            className={`${sheet.change} no-print`}
            onClick={() => workbench.show(section)}
          >
            {t('case.empty.write')}
          </button>
        </p>
      ) : (
        <Body />
      )}
      {section === 'sources' && <AddSource />}
    </section>
  )
}
