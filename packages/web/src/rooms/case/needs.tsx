import type { Case } from '@truce/core'
import type { ReactNode } from 'react'
import { useMessages } from '../../messages/index.ts'
import { useGround } from '../../ui/ground.ts'
import type { CaseNames } from '../../ui/names.ts'
import { TextLink } from '../../ui/text-link.tsx'
import sheet from './case.module.css'
import { goToOnceDrawn } from './go-to.ts'

/** Something that a verdict still waits for, and the part of the page that gives it. */
interface Need {
  readonly what: 'parties' | 'issues' | 'worth' | 'option' | 'noDeal' | 'support' | 'proposal'
  /** What of the party's it is about: an option with its issue, or a body. */
  readonly of?: string
  readonly party?: string
  readonly at: string
}

/** What a case still needs before its proposals can be judged; nothing where the graph is all. */
export function needsOf({ source, option }: Pick<CaseNames, 'source' | 'option'>): readonly Need[] {
  const { parties, issues, proposals, required, stances, graph } = source
  if (graph && issues.length === 0) return []
  const asked = [...new Set(required.map(({ party }) => party))]
  const isSaid = (party: string): boolean => (stances.get(party)?.interests.length ?? 0) > 0
  const needs: readonly (Need | false)[] = [
    parties.size < 2 && { what: 'parties', at: 'add:party:parties' },
    issues.length === 0 && { what: 'issues', at: 'add:issue:issues' },
    ...(issues.length === 0 ? [] : asked).flatMap((party): (Need | false)[] => [
      !isSaid(party) && { what: 'worth', party, at: `wants:${party}` },
      !stances.get(party)?.noDeal && {
        what: 'noDeal',
        party,
        at: `add:noDeal:stances/${party}/no-deal`
      }
    ]),
    ...unvalued(source).map(
      ({ party, issue, id, at }): Need => ({ what: 'option', party, of: option(issue, id), at })
    ),
    ...unpolled(source),
    proposals.length === 0 && { what: 'proposal', at: 'add:proposal:proposals' }
  ]
  return needs.filter((need) => need !== false)
}

/** Options that a party's worth of their issue leaves out, as after an option was added to it. */
function unvalued({ issues, stances }: Case): readonly {
  readonly party: string
  readonly issue: string
  readonly id: string
  readonly at: string
}[] {
  return [...stances.values()].flatMap(({ party, interests }) =>
    interests.flatMap(({ issue, values, at }) =>
      (issues.find(({ id }) => id === issue)?.options ?? [])
        .filter(({ id }) => !values.has(id))
        .map(({ id }) => ({ party, issue, id, at: `change:${at}` }))
    )
  )
}

/** Bodies that nothing is known of, so that no settlement can be said to pass them. */
const unpolled = ({ stances, polls }: Case): readonly Need[] =>
  [...stances.values()].flatMap(({ party, ratification }) =>
    ratification
      .filter(({ support, otherwise }) => support.length === 0 && otherwise === undefined)
      .map(({ id, title, at }) => ({
        what: 'support',
        party,
        of: typeof title === 'string' ? title : id.replaceAll('-', ' '),
        at: polls.size === 0 ? 'add:poll:polls' : `add:support:${at}/support`
      }))
  )

/** The short list of what is still needed for a verdict, each with the way there. */
export function Needs(): ReactNode {
  const t = useMessages()
  const names = useGround()
  const needs = needsOf(names)
  if (needs.length === 0) return null
  const go = (at: string): void =>
    goToOnceDrawn(at, () => {
      if (/^(add|change):/.test(at)) document.getElementById(at)?.click()
    })
  return (
    <section className={`${sheet['needs']} no-print`} aria-labelledby="case-needs">
      <h2 id="case-needs">{t('forms.needs.title')}</h2>
      <ul>
        {needs.map(({ what, party, of, at }) => {
          const words = t(`forms.needs.${what}`, {
            party: party === undefined ? '' : names.party(party),
            of: of ?? ''
          })
          return (
            <li key={`${at} ${of}`}>
              {words}{' '}
              <TextLink
                aria-label={t('forms.needs.goLabel', { what: words })}
                onClick={() => go(at)}
              >
                {t('forms.needs.go')}
              </TextLink>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
