import { memo } from 'react'
import { ChanceBar, GainBar } from '../../ui/bar.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { useWords } from '../../ui/use-words.ts'
import classes from './table.module.css'

/** What the small charts mean, and the words. */
export const Key = memo(function Key() {
  const { t } = useWords()
  return (
    <>
      <ul className={classes['key']}>
        <li>
          <span className={classes['sample']}>
            <ChanceBar p={0.6} />
          </span>
          {t('table.key.chance')}
        </li>
        <li>
          <span className={classes['sample']}>
            <GainBar low={-60} central={40} high={90} most={100} color="currentColor" />
          </span>
          {t('table.key.gain')}
        </li>
      </ul>
      <Disclosure label={t('table.group.acceptance.how')}>
        <p>{t('table.group.acceptance.words')}</p>
      </Disclosure>
    </>
  )
})
