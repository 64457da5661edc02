import type { DraftDocument } from '@truce/core/report/ceasefire'
import { gapMark } from '@truce/core/report/ceasefire'
import type { ReactNode } from 'react'
import { CaseLink } from '../../ui/case-link.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Quiet } from '../../ui/quiet.tsx'
import { useAnswer } from '../../ui/use-answer.ts'
import { useWords } from '../../ui/use-words.ts'
import { Working } from '../../ui/working.tsx'
import { WriteHere } from '../case/forms/write-here.tsx'
import { AnnexPart } from './annex-part.tsx'
import classes from './ceasefire.module.css'
import { entryOf } from './entry-of.ts'
import { KeepDraft } from './keep-draft-text.tsx'
import { piecesOf } from './pieces.ts'

/** The text of the ceasefire as far as the case goes; what it does not say is marked and counted. */
export function DraftText(): ReactNode {
  const { t } = useWords()
  const working = useAnswer('draft', {})
  const { answer, error } = working
  if (error !== undefined) return <p role="alert">{t('ceasefire.failed', { reason: error })}</p>
  if (!answer) return <Working of={working}>{t('ceasefire.draft.working')}</Working>
  const { document: draft, text } = answer
  return (
    <>
      <Left draft={draft} />
      <KeepDraft text={text} />
      <Paper draft={draft} />
    </>
  )
}

/** What is left to be agreed, counted, each a way to its clause. */
function Left({ draft: { gaps, maps } }: { readonly draft: DraftDocument }): ReactNode {
  const { t, said } = useWords()
  return (
    <div className="no-print">
      <p className={classes['lead']} role="status">
        {gaps.length === 0
          ? said.say('draft.gaps.none')
          : said.say('draft.gaps', { n: gaps.length })}
        {maps > 0 ? ` · ${said.say('draft.gaps.maps', { n: maps })}` : ''}
      </p>
      {gaps.length > 0 ? (
        <Disclosure label={t('ceasefire.draft.left')}>
          <ul>
            {gaps.map(({ place, what, rule }) => (
              <li key={`${place} ${what}`}>
                <button
                  type="button"
                  className={classes['jump']}
                  onClick={() => document.getElementById(clauseId(place))?.focus()}
                >
                  {said.say('draft.gap.line', {
                    place,
                    gap: gapMark(said, what, rule ?? undefined)
                  })}
                </button>
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </div>
  )
}

const clauseId = (number: string): string => `draft-${number.replace('.', '-')}`

function Paper({ draft }: { readonly draft: DraftDocument }): ReactNode {
  const { said } = useWords()
  return (
    <article className={classes['paper']} aria-labelledby="draft-title">
      <h3 id="draft-title" className={classes['name']}>
        {draft.title}
      </h3>
      <Quiet as="p">{draft.about}</Quiet>
      <h4>{said.say('draft.preamble')}</h4>
      <p>{draft.preamble}</p>
      {draft.articles.map(({ n, id, title, clauses }) => (
        <section key={id} aria-labelledby={`draft-article-${id}`}>
          <h4 id={`draft-article-${id}`}>{said.say('draft.article', { n, title })}</h4>
          {clauses.map((clause) => (
            <Clause key={clause.number} clause={clause} gaps={draft.gaps} />
          ))}
        </section>
      ))}
      {draft.annexes.map((annex) => (
        <AnnexPart key={annex.letter} annex={annex} />
      ))}
      {draft.notes.length > 0 ? (
        <section aria-labelledby="draft-notes">
          <h4 id="draft-notes">{said.say('draft.notes')}</h4>
          {draft.notes.map((note) => (
            <Quiet as="p" key={note}>
              {note}
            </Quiet>
          ))}
        </section>
      ) : null}
    </article>
  )
}

/** A clause: its number leads to the entry that made it, and its form opens below it. */
function Clause({
  clause: { number, text, at, key, gaps: open },
  gaps
}: {
  readonly clause: DraftDocument['articles'][number]['clauses'][number]
  readonly gaps: DraftDocument['gaps']
}): ReactNode {
  const { t, said } = useWords()
  const marks = gaps
    .filter(({ place }) => place === number)
    .map(({ what, rule }) => gapMark(said, what, rule ?? undefined))
  return (
    <div className={classes['article']} id={clauseId(number)} tabIndex={-1}>
      <CaseLink to={entryOf(at)}>{number}</CaseLink>
      <div>
        <p>
          {piecesOf(text, marks).map((piece, place) =>
            piece.isGap ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other name
              <mark key={place} className={classes['gap']}>
                {piece.text}
              </mark>
            ) : (
              piece.text
            )
          )}
        </p>
        <WriteHere
          at={at}
          keys={keysOf(key)}
          words={t(open > 0 ? 'ceasefire.draft.fill' : 'ceasefire.draft.change')}
          label={t(open > 0 ? 'ceasefire.draft.fillLabel' : 'ceasefire.draft.changeLabel', {
            number
          })}
        />
      </div>
    </div>
  )
}

/** What fills a clause beside the key that its pointer leads to: of `withdrawals.starts, ends` the second. */
const keysOf = (key: string): readonly string[] => key.split(', ').slice(1)
