import type { DeedListBody } from '@truce/server'
import type { ReactNode } from 'react'
import { useEffect, useState } from 'react'
import { useMessages } from '../../messages/index.ts'
import { Part, Said, When } from './parts.tsx'
import styles from './people.module.css'
import { administration } from './people-api.ts'
import { useDoing } from './use-doing.ts'

/** What administrators did, and the server itself: the newest hundred. */
export function Deeds(): ReactNode {
  const t = useMessages()
  const doing = useDoing()
  const [list, set] = useState<DeedListBody['deeds']>([])
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page is opened
  useEffect(() => void doing.run(async () => set((await administration.deeds()).deeds)), [])
  return (
    <Part title={t('people.deeds')}>
      <Said doing={doing} />
      <ul className={styles['rows']}>
        {list.map(({ number, at, byName, verb, aboutName, detail }) => (
          <li key={number}>
            <span>
              {t('people.deed', {
                by: byName,
                what: t(`people.deed.${verb}`),
                about: aboutName ?? ''
              })}
              {detail !== null && detail !== '' && ` (${detail})`}
            </span>
            <When at={at} />
          </li>
        ))}
      </ul>
    </Part>
  )
}
