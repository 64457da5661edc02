import type { Case } from '@truce/core'
import type { ReactNode } from 'react'
import { useMessages } from '../../messages/index.ts'
import { useGround } from '../../ui/ground.ts'
import { TextLink } from '../../ui/text-link.tsx'
import sheet from './case.module.css'
import { goTo } from './go-to.ts'

/** Something that a verdict still waits for, and the part of the page that gives it. */
interface Need {
  readonly what: 'parties' | 'issues' | 'worth' | 'noDeal' | 'proposal'
  readonly party?: string
  readonly at: string
}

/** What a case still needs before its proposals can be judged; nothing where the graph is all. */
export function needsOf({
  parties,
  issues,
  proposals,
  required,
  stances,
  graph
}: Case): readonly Need[] {
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
    proposals.length === 0 && { what: 'proposal', at: 'add:proposal:proposals' }
  ]
  return needs.filter((need) => need !== false)
}

/** The short list of what is still needed for a verdict, each with the way there. */
export function Needs(): ReactNode {
  const t = useMessages()
  const names = useGround()
  const needs = needsOf(names.source)
  if (needs.length === 0) return null
  const go = (at: string): void => {
    if (!goTo(at)) return
    if (at.startsWith('add:')) document.getElementById(at)?.click()
  }
  return (
    <section className={`${sheet['needs']} no-print`} aria-labelledby="case-needs">
      <h2 id="case-needs">{t('forms.needs.title')}</h2>
      <ul>
        {needs.map(({ what, party, at }) => {
          const words = t(`forms.needs.${what}`, {
            party: party === undefined ? '' : names.party(party)
          })
          return (
            <li key={at}>
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
