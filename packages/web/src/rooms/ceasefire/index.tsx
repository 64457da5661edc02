import { SegmentedControl } from '@mantine/core'
import type { ReactNode } from 'react'
import { useMessages } from '../../messages/index.ts'
import { useWorkbench } from '../../state/use-workbench.ts'
import { RoomTitle } from '../../ui/room-title.tsx'
import { Wanting } from '../../ui/wanting.tsx'
import classes from './ceasefire.module.css'
import { Days } from './days.tsx'
import { DraftText } from './draft-text.tsx'
import { NoCeasefireYet } from './empty.tsx'
import { Review } from './review.tsx'

const VIEWS = ['review', 'draft', 'days'] as const

/**
 * The room Ceasefire: what its text answers and leaves open, the text itself as far as the case
 * goes, and its days.
 */
export default function CeasefireRoom(): ReactNode {
  const t = useMessages()
  const { view, focus, go } = useWorkbench()
  const { case: source, sound } = view
  if (!source || !sound) return <Wanting />
  if (!source.process.ceasefire) return <NoCeasefireYet />
  const shown = VIEWS.find((one) => one === focus) ?? 'review'
  return (
    <div className={classes['room']}>
      <RoomTitle
        beside={
          <div className="no-print">
            <SegmentedControl
              size="xs"
              aria-label={t('ceasefire.view')}
              value={shown}
              onChange={(next) => go('ceasefire', next)}
              data={VIEWS.map((value) => ({ value, label: t(`ceasefire.view.${value}`) }))}
            />
          </div>
        }
      >
        {t('app.room.ceasefire')}
      </RoomTitle>
      {shown === 'review' ? <Review /> : shown === 'draft' ? <DraftText /> : <Days />}
    </div>
  )
}
