import { Button, Group, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useMessages } from '../messages/index.ts'
import { useWorkbench } from '../state/use-workbench.ts'
import { TextLink } from '../ui/text-link.tsx'
import styles from './tour.module.css'
import { keepStop, STOPS, stopOf } from './tour-steps.ts'

/** The guided tour: a few sentences at each stop, beside what they speak of. */
export function Tour(): React.ReactNode {
  const t = useMessages()
  const workbench = useWorkbench()
  const { id } = workbench.view
  const [stop, setStop] = useState(() => stopOf(id))
  const here = stop === undefined ? undefined : STOPS[stop]
  useInView(here?.shows)
  if (stop === undefined || !here) return null
  const to = (next: number | undefined): void => {
    keepStop(id, next)
    setStop(next)
    const target = next === undefined ? undefined : STOPS[next]
    if (target) workbench.go(target.room, target.focus)
  }
  const last = stop === STOPS.length - 1
  return (
    <aside aria-label={t('app.tour')} className={`${styles['panel']} no-print`}>
      <Group justify="space-between" wrap="nowrap">
        <Text size="xs" c="dimmed">
          {t('app.tour.at', { stop: stop + 1, stops: STOPS.length })}
        </Text>
        <TextLink bare onClick={() => to(undefined)}>
          {t('app.tour.end')}
        </TextLink>
      </Group>
      <Text size="sm" my="xs" aria-live="polite">
        {t(here.text)}
      </Text>
      <Group gap="sm">
        <Button size="xs" onClick={() => to(last ? undefined : stop + 1)}>
          {t(last ? 'app.tour.done' : 'app.tour.next')}
        </Button>
        {stop > 0 && (
          <Button size="xs" variant="default" onClick={() => to(stop - 1)}>
            {t('app.tour.back')}
          </Button>
        )}
      </Group>
    </aside>
  )
}

/** How often it is looked whether what a stop speaks of is drawn yet, in milliseconds. */
const LOOK = 100

/** Brings what a stop speaks of into the window, once it is there. */
function useInView(id: string | undefined): void {
  useEffect(() => {
    if (id === undefined) return
    const timer = setInterval(() => {
      const shown = document.querySelector(`#${id}`)
      if (!shown) return
      clearInterval(timer)
      shown.scrollIntoView({ block: 'center' })
    }, LOOK)
    return () => clearInterval(timer)
  }, [id])
}
