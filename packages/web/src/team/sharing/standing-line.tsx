import type { ReactNode } from 'react'
import { useMessages } from '../../messages/index.ts'
import type { Standing } from './standings.ts'

/** Whose a case is, by what it came, and what one's own part in it is: in a line. */
export function StandingLine({ standing }: { readonly standing: Standing }): ReactNode {
  const t = useMessages()
  const { owner = t('sharing.thing.organisation.unnamed'), isOwn, through, may } = standing
  const part = may.includes('share') ? 'lead' : may.includes('write') ? 'write' : 'read'
  return [
    t('sharing.of', { name: owner }),
    ...(isOwn ? [] : through.map(({ kind, name }) => t(`sharing.through.${kind}`, { name }))),
    t(`sharing.you.${part}`)
  ].join(' · ')
}
