import { Text } from '@mantine/core'
import { useMessages } from '../messages/index.ts'
import type { Saved } from '../state/workbench.ts'
import { TextLink } from '../ui/text-link.tsx'

interface Props {
  readonly saved: Saved
  readonly reason: string | undefined
  readonly onRetry: () => void
}

/**
 * Whether what is on the screen is on the disk, in a word; a failure with its reason and a way to
 * try again.
 */
export function SavedState({ saved, reason, onRetry }: Props): React.ReactNode {
  const t = useMessages()
  const failed = saved === 'failed'
  return (
    <>
      <Text
        component="span"
        size="sm"
        c={failed || saved === 'conflict' ? 'var(--truce-uncertain)' : 'dimmed'}
        role={failed ? 'alert' : 'status'}
      >
        {t(`app.saved.${saved}`)}
        {failed && reason !== undefined && `: ${reason}`}
      </Text>
      {failed && (
        <TextLink bare onClick={onRetry}>
          {t('app.saved.again')}
        </TextLink>
      )}
    </>
  )
}
