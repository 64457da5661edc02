import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useMessages } from '../../messages/index.ts'
import type { Workbench } from '../../state/workbench.ts'
import classes from './room.module.css'

/** The room of a case without a graph: what to add, and the way there. */
export function NoGraph({ workbench }: { readonly workbench: Workbench }): ReactNode {
  const t = useMessages()
  return (
    <section className={classes.room}>
      <h2 className={classes.heading}>{t('stability.empty.title')}</h2>
      <p className={classes.step}>{t('stability.empty.text')}</p>
      <ul className={classes.steps}>
        {['moves', 'infeasible', 'preferences', 'status-quo'].map((part) => (
          <li key={part}>{t(`stability.empty.${part}`)}</li>
        ))}
      </ul>
      <div>
        <Button variant="default" onClick={() => workbench.show('graph')}>
          {t('stability.empty.write')}
        </Button>
      </div>
    </section>
  )
}

/** The room of a case with errors: nothing is judged that is not sound. */
export function Unsound({ workbench }: { readonly workbench: Workbench }): ReactNode {
  const t = useMessages()
  return (
    <section className={classes.room}>
      <h2 className={classes.heading}>{t('stability.unsound.title')}</h2>
      <p className={classes.step}>{t('stability.unsound.text')}</p>
      <div>
        <Button variant="default" onClick={() => workbench.go('case')}>
          {t('stability.unsound.go')}
        </Button>
      </div>
    </section>
  )
}
