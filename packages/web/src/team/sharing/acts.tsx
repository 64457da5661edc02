import { Text, Title } from '@mantine/core'
import type { ActsBody } from '@truce/server'
import type { ReactNode } from 'react'
import { useCallback, useState } from 'react'
import { useMessages } from '../../messages/index.ts'
import { TextLink } from '../../ui/text-link.tsx'
import { useNumbers } from '../../ui/use-numbers.ts'
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
  const { instant } = useNumbers()
  const [before, setBefore] = useState<number>()
  const ask = useCallback(() => team.acts(id, before), [id, before])
  const { told, trouble } = useTold(ask)
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
          {told?.map((act) => (
            <li key={act.number}>
              <Text component="time" size="sm" c="dimmed" dateTime={act.at}>
                {instant(act.at)}
              </Text>
              <ActSentence act={act} />
            </li>
          ))}
        </ul>
        {told?.length === MOST && (
          <TextLink onClick={() => setBefore(told.at(-1)?.number)}>
            {t('sharing.acts.older')}
          </TextLink>
        )}
        {trouble !== undefined && <Text role="alert">{trouble}</Text>}
      </details>
    </section>
  )
}

const KINDS = ['case', 'record', 'person', 'track', 'organisation', 'paper', 'key'] as const

/** `case:x` was read by somebody, in words. */
function ActSentence({ act }: { readonly act: ActsBody['acts'][number] }): ReactNode {
  const t = useMessages()
  const [kind = '', ...rest] = act.resource.split(':')
  const known = KINDS.find((one) => one === kind)
  const what = known ? t(`sharing.thing.${known}`, { id: rest.join(':') }) : act.resource
  return <span>{t(`sharing.did.${act.verb}`, { name: act.name ?? act.person, what })}</span>
}
