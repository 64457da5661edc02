import { Button, Loader, Table } from '@mantine/core'
import type { ReactNode } from 'react'
import type { CaseView } from '../../state/workbench.ts'
import { Quiet } from '../../ui/quiet.tsx'
import type { Inverse } from './document.ts'
import { sentencesOf, swapRows } from './inverse-words.ts'
import classes from './room.module.css'
import { useInverse } from './use-stability.ts'
import type { About, Words } from './words.ts'

/** What the search is about. */
export interface InverseProps {
  readonly about: About
  readonly words: Words
  readonly view: CaseView
  readonly state: string
}

/**
 * What would have to change for a state to hold: asked by a button, since it can take long, and
 * stopped by another.
 */
export function InverseSearch({ about, words, view, state }: InverseProps): ReactNode {
  const { t } = about
  const search = useInverse(view, state)
  return (
    <div className={classes.inverse}>
      <h4 className={classes.who}>{t('stability.inverse.title')}</h4>
      {search.found ? <Found about={about} words={words} inverse={search.found} /> : null}
      {search.running ? (
        <p className={classes.row}>
          <Loader size="xs" aria-hidden="true" />
          <span>{t('stability.inverse.working', { seconds: search.seconds })}</span>
          <Button size="compact-sm" variant="default" onClick={search.stop}>
            {t('stability.inverse.cancel')}
          </Button>
        </p>
      ) : null}
      {search.running || search.found ? null : (
        <>
          <Quiet as="p">{t('stability.inverse.note')}</Quiet>
          <Button size="compact-sm" variant="default" onClick={search.start}>
            {t('stability.inverse.ask')}
          </Button>
        </>
      )}
      <Quiet as="p" role="status">
        {search.failed ?? (search.stopped ? t('stability.inverse.stopped') : '')}
      </Quiet>
    </div>
  )
}

function Found({
  about,
  words,
  inverse
}: {
  readonly about: About
  readonly words: Words
  readonly inverse: Inverse
}): ReactNode {
  const { t } = about
  return (
    <div aria-live="polite">
      <Table className={classes.figures}>
        <Table.Thead>
          <Table.Tr>
            {['concept', 'swaps', 'whose', 'statements'].map((column) => (
              <Table.Th key={column} scope="col">
                {t(`stability.inverse.${column}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {swapRows({ t, words }, inverse).map(({ concept, swaps, whose, statements }) => (
            <Table.Tr key={concept}>
              <Table.Th scope="row">{concept}</Table.Th>
              <Table.Td>{swaps}</Table.Td>
              <Table.Td>{whose}</Table.Td>
              <Table.Td>{statements}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <ul className={classes.steps}>
        {sentencesOf({ t, words }, inverse).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  )
}
