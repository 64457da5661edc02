import { Button, Group, Radio, Text } from '@mantine/core'
import type { MergeConflict } from '@truce/core/merge'
import { useState } from 'react'
import { useLanguage, useMessages } from '../messages/index.ts'
import type { Joined } from '../state/joining.ts'
import { useWorkbench } from '../state/use-workbench.ts'
import { namesIn } from '../ui/names.ts'
import { TextLink } from '../ui/text-link.tsx'
import { placeWords } from './did-words.ts'
import styles from './join-choices.module.css'

type Side = MergeConflict['taken']

interface Props {
  readonly joined: Joined
  /** Takes mine in the places with these keys, and theirs in the others. */
  readonly onChosen: (mine: readonly string[]) => void
}

/** Every place that both changed, each with both values: none is taken before it is chosen. */
export function JoinChoices({ joined, onChosen }: Props): React.ReactNode {
  const t = useMessages()
  const [chosen, setChosen] = useState<ReadonlyMap<string, Side>>(new Map())
  const { merged, troubles } = joined
  const { conflicts } = merged
  const left = conflicts.filter(({ key }) => !chosen.has(key)).length
  const mine = conflicts.map(({ key }) => key).filter((key) => chosen.get(key) === 'mine')
  const all = (side: Side): void => setChosen(new Map(conflicts.map(({ key }) => [key, side])))
  return (
    <>
      {conflicts.length > 0 && (
        <Text size="sm">{t('work.join.conflicts', { n: conflicts.length })}</Text>
      )}
      {conflicts.length > 1 && (
        <Group gap="md" mt="xs">
          <TextLink onClick={() => all('theirs')}>{t('work.join.all.theirs')}</TextLink>
          <TextLink onClick={() => all('mine')}>{t('work.join.all.mine')}</TextLink>
        </Group>
      )}
      <div className={styles['places']}>
        {conflicts.map((one) => (
          <Place
            key={one.key}
            conflict={one}
            side={chosen.get(one.key)}
            onSide={(side) => setChosen(new Map([...chosen, [one.key, side]]))}
          />
        ))}
      </div>
      {troubles.length > 0 && (
        <>
          <Text size="sm">{t('work.join.troubles')}</Text>
          <ul className={styles['troubles']}>
            {troubles.map(({ at, message }) => (
              <li key={`${at} ${message}`}>{message}</li>
            ))}
          </ul>
        </>
      )}
      <Group gap="sm" mt="xs">
        <Button size="xs" disabled={left > 0} onClick={() => onChosen(mine)}>
          {t(troubles.length > 0 ? 'work.join.go.errors' : 'work.join.go')}
        </Button>
        <Text size="sm" role="status">
          {left > 0 ? t('work.join.left', { n: left }) : ''}
        </Text>
      </Group>
    </>
  )
}

interface PlaceProps {
  readonly conflict: MergeConflict
  readonly side: Side | undefined
  readonly onSide: (side: Side) => void
}

function Place({ conflict, side, onSide }: PlaceProps): React.ReactNode {
  const t = useMessages()
  const where = usePlace(conflict)
  return (
    <Radio.Group
      label={where}
      value={side ?? ''}
      onChange={(value) => onSide(value === 'mine' ? 'mine' : 'theirs')}
      className={styles['place']}
    >
      {(['theirs', 'mine'] as const).map((one) => (
        <Radio
          key={one}
          value={one}
          mt={6}
          label={
            <>
              {t(`work.join.${one}`)}: <Value text={conflict[one]} />
            </>
          }
        />
      ))}
      <p className={styles['before']}>
        {t('work.join.before')}: <Value text={conflict.base} />
      </p>
    </Radio.Group>
  )
}

/** A value as it is written; a long one scrolls, for nothing of it is to be hidden. */
function Value({ text }: { readonly text: string | undefined }): React.ReactNode {
  const t = useMessages()
  if (text === undefined) return <em>{t('work.join.absent')}</em>
  return <code className={styles[text.includes('\n') ? 'lines' : 'value']}>{text}</code>
}

function usePlace({ what, file, at }: MergeConflict): string {
  const t = useMessages()
  const language = useLanguage()
  const { case: source } = useWorkbench().view
  if (what === 'file') return t('work.join.file', { file })
  if (what === 'lines') return t('work.join.lines', { file, lines: at })
  const place = placeWords(at, source && namesIn(source, language))
  return what === 'order' ? t('work.join.order', { place }) : place
}
