import { Button, UnstyledButton } from '@mantine/core'
import type { Case } from '@truce/core'
import { centre, textIn } from '@truce/core/model'
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

/** From this firmness on a redline binds. */
const BINDING = 0.5

/**
 * Where no package is admissible: the redlines that bind, each a step into the case, and the way
 * without them.
 */
export function Inadmissible({ workbench, source, respect, onAside }: InadmissibleProps) {
  const t = useMessages()
  if (!respect) return <p>{t('deals.empty.rules')}</p>
  const binding = [...source.stances.values()].flatMap(({ party, redlines }) =>
    redlines
      .filter(({ firmness }) => centre(firmness.range) >= BINDING)
      .map((redline) => ({ party, redline }))
  )
  return (
    <>
      <p>{t('deals.empty.admissible')}</p>
      <h3>{t('deals.empty.redlines')}</h3>
      <ul className={classes['terms']}>
        {binding.map(({ party, redline }) => (
          <li key={redline.at}>
            <UnstyledButton className={classes['link']} onClick={() => workbench.show(redline.at)}>
              {partyName(source, party)}: {redline.says ? textIn(redline.says) : redline.id}
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
  readonly respect: boolean
  readonly onAside: () => void
}
