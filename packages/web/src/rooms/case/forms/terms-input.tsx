import { NativeSelect } from '@mantine/core'
import type { ReactNode } from 'react'
import { TextLink } from '../../../ui/text-link.tsx'
import { optionsOf, SHARE } from './choices.ts'
import type { Draft, Value } from './draft.ts'
import { mapOf, textOf } from './draft.ts'
import sheet from './forms.module.css'
import { RangeRow } from './range-input.tsx'
import type { About, InputProps } from './spec.ts'

/** The terms of a proposal: for each issue an option, two stages, or nothing. */
export const TermsInput = (props: InputProps): ReactNode => <Terms {...props} staged />

/** An option for each issue, or nothing. */
export const PackageInput = (props: InputProps): ReactNode => <Terms {...props} staged={false} />

function Terms({
  about,
  value,
  write,
  staged
}: InputProps & { readonly staged: boolean }): ReactNode {
  const terms = mapOf(value)
  return about.names.source.issues.map(({ id }) => (
    <TermRow
      key={id}
      about={about}
      issue={id}
      term={mapOf(terms[id])}
      write={(term) => write({ ...terms, [id]: term })}
      staged={staged}
    />
  ))
}

interface RowProps {
  readonly about: About
  readonly issue: string
  readonly term: Draft
  readonly write: (term: Value) => void
  readonly staged: boolean
}

function TermRow({ about, issue, term, write, staged }: RowProps): ReactNode {
  const { names, say } = about
  const title = names.issue(issue)
  const { first, then, ...later } = term
  const isStaged = then !== undefined
  const choices = optionsOf(about, issue)
  return (
    <div className={sheet['term']}>
      <NativeSelect
        size="sm"
        label={title}
        value={textOf(first)}
        data={[{ value: '', label: openWords(about, issue) }, ...choices]}
        onChange={(event) => write({ ...term, first: event.currentTarget.value })}
      />
      {isStaged && (
        <>
          <NativeSelect
            size="sm"
            label={say('forms.term.then', { issue: title })}
            value={textOf(then)}
            data={[{ value: '', label: say('forms.choose') }, ...choices]}
            onChange={(event) => write({ ...term, then: event.currentTarget.value })}
          />
          <span className={sheet['label']}>{say('forms.term.chanceShown')}</span>
          <RangeRow
            about={about}
            scale={SHARE}
            value={later['chance'] ?? ''}
            write={(chance) => write({ ...term, chance })}
            label={say('forms.term.chance', { issue: title })}
          />
        </>
      )}
      {staged && (
        <TextLink
          bare
          aria-label={say(isStaged ? 'forms.term.onceLabel' : 'forms.term.stagedLabel', {
            issue: title
          })}
          onClick={() => write(isStaged ? { first: first ?? '' } : { ...term, then: '' })}
        >
          {say(isStaged ? 'forms.term.once' : 'forms.term.staged')}
        </TextLink>
      )}
    </div>
  )
}

/** What a text that says nothing of an issue means. */
function openWords({ names, say }: About, issue: string): string {
  const silent = names.source.issues.find(({ id }) => id === issue)?.ifSilent
  return silent === undefined
    ? say('forms.term.open')
    : say('forms.term.silent', { option: names.option(issue, silent) })
}
