import { Button, UnstyledButton } from '@mantine/core'
import type { Case } from '@truce/core'
import { textIn, withRanges } from '@truce/core/model'
import { boundsOf } from '@truce/core/worth'
import type { Overrides } from '../../engine/protocol.ts'
import { useMessages } from '../../messages/index.ts'
import type { Workbench } from '../../state/workbench.ts'
import classes from './deals.module.css'
import { partyName } from './packages.ts'

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

/** What is missing, and the way there. */
export function Empty({ want, workbench }: { readonly want: Want; readonly workbench: Workbench }) {
  const t = useMessages()
  return (
    <section className={classes['room']}>
      <h2>{t('deals.title')}</h2>
      <p>{t(`deals.empty.${want}`)}</p>
      <Button variant="light" onClick={() => workbench.go('case')}>
        {t(`deals.empty.${want}.step`)}
      </Button>
    </section>
  )
}

/**
 * Where no package is admissible: the redlines that bind the parties asked, each a step into the
 * case, and the way without them.
 */
export function Inadmissible(props: InadmissibleProps) {
  const { workbench, source, asked, overrides, respect, onAside } = props
  const t = useMessages()
  if (!respect) return <p>{t('deals.empty.rules')}</p>
  const binding = boundsOf(withRanges(source, new Map(Object.entries(overrides))), asked)
  return (
    <>
      <p>{t('deals.empty.admissible')}</p>
      <h3>{t('deals.empty.redlines')}</h3>
      <ul className={classes['terms']}>
        {binding.map(({ redline }) => (
          <li key={redline.at}>
            <UnstyledButton className={classes['link']} onClick={() => workbench.show(redline.at)}>
              {partyName(source, redline.party)}: {redline.says ? textIn(redline.says) : redline.id}
            </UnstyledButton>
          </li>
        ))}
      </ul>
      <Button variant="light" onClick={onAside}>
        {t('deals.empty.aside')}
      </Button>
    </>
  )
}

interface InadmissibleProps {
  readonly workbench: Workbench
  readonly source: Case
  readonly asked: readonly string[]
  readonly overrides: Overrides
  readonly respect: boolean
  readonly onAside: () => void
}
