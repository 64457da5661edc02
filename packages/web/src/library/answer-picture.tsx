import { UnstyledButton } from '@mantine/core'
import { VERDICTS } from '@truce/core/worth'
import { useLanguage, useMessages } from '../messages/index.ts'
import { Bar, ChanceBar } from '../ui/bar.tsx'
import { hueAt } from '../ui/parties.ts'
import { useNumbers } from '../ui/use-numbers.ts'
import { VerdictWord } from '../ui/verdict-word.tsx'
import answer from './first-answer.json' with { type: 'json' }
import styles from './library.module.css'

/**
 * What an answer looks like, before anything is opened: the one that Truce gives on the first case.
 * `npm run expected` writes it, and a test holds it against the case.
 */
export default function AnswerPicture({
  onOpen
}: {
  readonly onOpen: (library: string) => void
}): React.ReactNode {
  const t = useMessages()
  const numbers = useNumbers()
  const { verdict: word, readings } = answer.said[useLanguage()]
  const verdict = VERDICTS.find((one) => one === answer.verdict)
  if (!verdict) return null
  const { least, greatest } = answer
  return (
    <figure className={styles['answer']}>
      <figcaption>
        {t('library.answer', { proposal: answer.proposal, title: answer.title })}
      </figcaption>
      <p className={styles['verdict']}>
        <VerdictWord verdict={verdict}>{word}</VerdictWord> {numbers.percent(answer.p)}
      </p>
      <Bar low={least} central={answer.p} high={greatest} />
      <p className={styles['small']}>{readings}</p>
      <ul>
        {answer.parties.map(({ name, place, accepts }) => (
          <li key={place}>
            <span>
              <span aria-hidden="true" style={{ color: hueAt(place).color }}>
                {hueAt(place).glyph}
              </span>{' '}
              {name}
            </span>
            <ChanceBar p={accepts} color={hueAt(place).color} />
            <span>{t('library.answer.accepts', { p: numbers.percent(accepts) })}</span>
          </li>
        ))}
      </ul>
      <UnstyledButton className={styles['title']} onClick={() => onOpen(answer.case)}>
        {t('library.answer.open')}
      </UnstyledButton>
    </figure>
  )
}
