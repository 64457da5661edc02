import type { ClauseTold, OpenQuestionTold } from '@truce/core/report/ceasefire'
import type { ReactNode } from 'react'
import { useLanguage } from '../../messages/index.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Quiet } from '../../ui/quiet.tsx'
import { useAnswer } from '../../ui/use-answer.ts'
import { useWords } from '../../ui/use-words.ts'
import { Working } from '../../ui/working.tsx'
import { useKeyedNames } from '../case/forms/use-keyed-names.ts'
import { WriteHere } from '../case/forms/write-here.tsx'
import classes from './ceasefire.module.css'
import { entryOf } from './entry-of.ts'
import { entryWords, inNames } from './plain-words.ts'

/** The text read clause by clause, in the order in which such texts are written. */
export function Review(): ReactNode {
  const { t } = useWords()
  const language = useLanguage()
  const working = useAnswer('review', { language })
  const { answer, error } = working
  if (error !== undefined) return <p role="alert">{t('ceasefire.failed', { reason: error })}</p>
  if (!answer) return <Working of={working}>{t('ceasefire.review.working')}</Working>
  return (
    <>
      <div>
        <p className={classes['lead']} role="status">
          {answer.summary}
        </p>
        <Quiet as="p">{answer.opening}</Quiet>
      </div>
      <ol className={classes['clauses']}>
        {answer.clauses.map((clause) => (
          <Clause key={clause.clause} clause={clause} />
        ))}
      </ol>
      <Quiet as="p">{answer.method}</Quiet>
    </>
  )
}

function Clause({ clause }: { readonly clause: ClauseTold }): ReactNode {
  const { t, said } = useWords()
  const { heading, answers, open, others, home } = clause
  const id = `clause-${clause.clause}`
  return (
    <li>
      <section aria-labelledby={id} className={classes['clause']}>
        <h3 id={id} className={classes['heading']}>
          {heading}
        </h3>
        <p className={classes['said']}>
          {t('ceasefire.review.said')} {answers.length === 0 ? said.say('ceasefire.unsaid') : null}
        </p>
        {answers.map(({ at }) => (
          <Answer key={at} at={at} />
        ))}
        {open.map((question) => (
          <Open key={question.code} question={question} />
        ))}
        {home && (open.length === 0 || home.at !== 'ceasefire') ? (
          <WriteHere
            at={home.at}
            keys={home.keys}
            words={t(`ceasefire.review.${wordsFor(clause)}`)}
            label={t('ceasefire.review.clauseLabel', {
              what: t(`ceasefire.review.${wordsFor(clause)}`),
              heading
            })}
          />
        ) : null}
        {others.length > 0 ? (
          <Disclosure label={t('ceasefire.review.others')}>
            {others.map(({ code, title, lines }) => (
              <div key={code}>
                <p>
                  {code}: {title}
                </p>
                <ul>
                  {lines.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              </div>
            ))}
          </Disclosure>
        ) : null}
      </section>
    </li>
  )
}

/** What the case says of a clause: the fields that say it lead into their form. */
function Answer({ at }: { readonly at: string }): ReactNode {
  const words = useWords()
  const named = useKeyedNames()
  const [kind] = at.split('/')
  const fields = named({ at, keys: [] })
  const entry = kind === 'ceasefire' ? [] : [entryWords(words, at)]
  const said = [...entry, ...fields].join(', ')
  const label = words.t('ceasefire.review.answerLabel', { what: said === '' ? at : said, at })
  return <WriteHere at={at} words={said === '' ? entryWords(words, at) : said} label={label} />
}

/** What writing a clause comes to: the first of it, one more entry, or a change. */
function wordsFor({ answers, home }: ClauseTold): 'write' | 'more' | 'change' {
  if (answers.length === 0) return 'write'
  return home?.at === 'ceasefire' ? 'change' : 'more'
}

/** A question that is left open: what is missing where, why it is asked, and the form that says it. */
function Open({
  question: { code, severity, title, about, found, keys }
}: {
  readonly question: OpenQuestionTold
}): ReactNode {
  const words = useWords()
  const { t } = words
  const named = useKeyedNames()
  const fields = named({ at: found[0]?.at ?? 'ceasefire', keys })
  return (
    <div className={classes['open']} data-severity={severity}>
      <p className={classes['title']}>
        <b>{code}</b> {title} <Quiet>({t(`ceasefire.severity.${severity}`)})</Quiet>
      </p>
      <ul className={classes['found']}>
        {found.map(({ at, text }) => (
          <li key={`${at} ${text}`}>
            {inNames(words, text)}
            <WriteHere
              at={at}
              keys={keys}
              words={t('ceasefire.review.write')}
              label={t('ceasefire.review.writeLabel', { code, at: entryOf(at) })}
            />
          </li>
        ))}
      </ul>
      <Disclosure label={t('ceasefire.review.why', { code })}>
        <p>{about}</p>
        {fields.length === 0 ? null : (
          <Quiet as="p">{t('ceasefire.review.asks', { fields: fields.join('; ') })}</Quiet>
        )}
      </Disclosure>
    </div>
  )
}
