import { Text, Title } from '@mantine/core'
import type { ActsBody } from '@truce/server'
import type { ReactNode } from 'react'
import { useCallback, useState } from 'react'
import type { Translate } from '../../messages/index.ts'
import { useMessages } from '../../messages/index.ts'
import { TextLink } from '../../ui/text-link.tsx'
import { useNumbers } from '../../ui/use-numbers.ts'
import type { ActLine } from './group-acts.ts'
import { groupActs } from './group-acts.ts'
import styles from './sharing.module.css'
import { team } from './team-api.ts'
import { useTold } from './use-told.ts'

const MOST = 200

interface Props {
  readonly organisation: { readonly id: string; readonly name: string }
}

/** Who did what with the papers of an organisation, for its leads. */
export function Acts({ organisation: { id, name } }: Props): ReactNode {
  const t = useMessages()
  const [before, setBefore] = useState<number>()
  const ask = useCallback(() => team.acts(id, before), [id, before])
  const { told, trouble } = useTold(ask)
  const acts = told?.acts ?? []
  return (
    <section>
      <details>
        <summary>
          <Title order={2} display="inline">
            {t('sharing.acts', { name })}
          </Title>
        </summary>
        <Text size="sm" c="dimmed">
          {t('sharing.acts.about')}
        </Text>
        <ul className={styles['list']}>
          {groupActs(acts).map((line) => (
            <li key={line.act.number}>
              <Told line={line} names={told?.names ?? {}} />
            </li>
          ))}
        </ul>
        {acts.length === MOST && (
          <TextLink onClick={() => setBefore(acts.at(-1)?.number)}>
            {t('sharing.acts.older')}
          </TextLink>
        )}
        {trouble !== undefined && <Text role="alert">{trouble}</Text>}
      </details>
    </section>
  )
}

/** When, who, and what, in words. */
function Told({
  line: { act, count, since },
  names
}: {
  readonly line: ActLine
  readonly names: ActsBody['names']
}): ReactNode {
  const t = useMessages()
  const { instant } = useNumbers()
  const name = act.name ?? t('sharing.somebody')
  const what = thingsIn(t, act.resource, names)
  const [kind = ''] = act.resource.split(':')
  const own = `sharing.did.${act.verb}.${kind}`
  const said = t(own, { name, what })
  const did = said === own ? t(`sharing.did.${act.verb}`, { name, what }) : said
  return (
    <>
      <Text component="time" size="sm" c="dimmed" dateTime={act.at}>
        {instant(act.at)}
      </Text>
      <span className={styles['told']}>
        {did}
        {count > 1 && (
          <Text span size="sm" c="dimmed">
            {' '}
            {t('sharing.acts.times', { n: count, since: instant(since) })}
          </Text>
        )}
      </span>
    </>
  )
}

/** `case:x` and `track:t/person:p` as they are called; what has no name any more, by its kind alone. */
function thingsIn(t: Translate, resource: string, names: ActsBody['names']): string {
  if (resource === 'cases') return t('sharing.thing.cases')
  const things = resource.split(/ |\/(?=[a-z]+:)/).map((thing) => {
    const [kind = ''] = thing.split(':')
    const name = names[thing]
    const key = name === undefined ? `sharing.thing.${kind}.unnamed` : `sharing.thing.${kind}`
    const said = t(key, { name: name ?? '' })
    return said === key ? thing : said
  })
  const [first = '', ...more] = things
  return more.length === 0 ? first : t('sharing.thing.with', { first, second: more.join(', ') })
}
