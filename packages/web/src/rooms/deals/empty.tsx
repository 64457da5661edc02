import { Button } from '@mantine/core'
import type { Case } from '@truce/core'
import { withRanges } from '@truce/core/model'
import { boundsOf } from '@truce/core/worth'
import type { Overrides } from '../../engine/protocol.ts'
import { useMessages } from '../../messages/index.ts'
import { useGround } from '../../ui/ground.ts'
import { PlaceLink } from '../../ui/place-link.tsx'
import classes from './deals.module.css'

/** Why nothing can be asked yet; undefined where something can. */
export type Want = 'unsound' | 'issues' | 'interests'

/** What the case wants before there is a deal space. */
export function wantOf(source: Case | undefined, sound: boolean): Want | undefined {
  if (!source || !sound) return 'unsound'
  if (source.issues.length === 0) return 'issues'
  return partiesAble(source).length === 0 ? 'interests' : undefined
}

/** Parties whose gain can be told: they have interests and a no deal. */
export function partiesAble(source: Case): readonly string[] {
  return [...source.parties.keys()].filter((party) => {
    const stance = source.stances.get(party)
    return stance?.noDeal !== undefined && stance.interests.length > 0
  })
}

/**
 * Where no package is admissible: the redlines that bind the parties asked, each a step into the
 * case, and the way without them.
 */
export function Inadmissible({ source, asked, overrides, respect, onAside }: InadmissibleProps) {
  const t = useMessages()
  const { party: name, text } = useGround()
  if (!respect) return <p>{t('deals.empty.rules')}</p>
  const binding = boundsOf(withRanges(source, new Map(Object.entries(overrides))), asked)
  return (
    <>
      <p>{t('deals.empty.admissible')}</p>
      <h3>{t('deals.empty.redlines')}</h3>
      <ul className={classes['terms']}>
        {binding.map(({ redline }) => (
          <li key={redline.at}>
            <PlaceLink to={redline.at}>
              {name(redline.party)}: {text(redline.says ?? redline.id)}
            </PlaceLink>
          </li>
        ))}
      </ul>
      <Button variant="default" onClick={onAside}>
        {t('deals.empty.aside')}
      </Button>
    </>
  )
}

interface InadmissibleProps {
  readonly source: Case
  readonly asked: readonly string[]
  readonly overrides: Overrides
  readonly respect: boolean
  readonly onAside: () => void
}
