import { Menu, Progress, Text } from '@mantine/core'
import type { ReportFormat } from '@truce/server'
import { Fragment, memo, useEffect, useMemo, useRef, useState } from 'react'
import { useMessages } from '../messages/index.ts'
import { Ahead } from '../state/ahead.ts'
import { api } from '../state/api.ts'
import { withKept } from '../state/keep-draft.ts'
import { messageOf } from '../state/message-of.ts'
import { useWorkbench } from '../state/use-workbench.ts'
import { download } from '../ui/download.ts'
import { TextLink } from '../ui/text-link.tsx'
import { useLatest } from '../ui/use-latest.ts'
import { useSeconds } from '../ui/use-seconds.ts'
import styles from './notes.module.css'

const ENDINGS = { docx: 'docx', pdf: 'pdf', html: 'html', markdown: 'md' } as const
const FORMATS = ['docx', 'pdf', 'html', 'markdown'] as const
/** How much of the briefing: what it begins with, or all of it. */
const LENGTHS = ['short', 'whole'] as const

/** Makes the briefing on the case, drafts included, and hands it over as a file. */
export function ReportMenu(): React.ReactNode {
  const t = useMessages()
  const { view } = useWorkbench()
  const { case: source, files, drafts } = view
  const [making, setMaking] = useState<AbortController>()
  const [failed, setFailed] = useState<string>()
  const [ahead] = useState(() => new Ahead())
  const stopper = useRef(making)
  stopper.current = making
  useEffect(
    () => () => {
      stopper.current?.abort()
      ahead.end()
    },
    [ahead]
  )
  // The same texts stay one thing, so that what was begun of them is known again.
  const texts = useMemo(() => {
    const titled = ({ title }: { readonly title: string }): string =>
      t('work.report.draft', { title })
    return source && (() => withKept({ files, source }, drafts, titled))
  }, [source, files, drafts, t])
  const make = async (to: ReportFormat, length: (typeof LENGTHS)[number]): Promise<void> => {
    if (!texts) return
    const control = new AbortController()
    setMaking(control)
    setFailed(undefined)
    try {
      const short = length === 'short'
      const name = short ? `${view.id}-${t('app.report.file')}` : view.id
      download(`${name}.${ENDINGS[to]}`, await api.report(texts(), { to, short }, control.signal))
    } catch (error) {
      if (!control.signal.aborted) setFailed(messageOf(error))
    }
    setMaking(undefined)
  }
  // Who looks at what can be made is about to ask for it: the server works it out meanwhile, whole, for
  // the first pages are part of that.
  const begin = (): void => {
    if (texts) ahead.begin(texts, (signal) => api.report(texts(), { to: 'markdown' }, signal))
  }
  const stop = (): void => {
    making?.abort()
    ahead.end()
  }
  const [latest, latestBegin] = [useLatest(make), useLatest(begin)]
  if (making) return <Making onStop={stop} />
  return (
    <Offer
      sound={view.sound}
      failed={failed}
      drafts={drafts.length}
      make={latest}
      onOpen={latestBegin}
    />
  )
}

interface OfferProps {
  readonly sound: boolean
  /** Why the last one could not be made. */
  readonly failed: string | undefined
  /** How many drafts would be in it. */
  readonly drafts: number
  readonly make: (to: ReportFormat, length: (typeof LENGTHS)[number]) => Promise<void>
  readonly onOpen: () => void
}

/** What can be made. */
const Offer = memo(function Offer({ sound, failed, drafts, make, onOpen }: OfferProps) {
  const t = useMessages()
  return (
    <Menu
      position="bottom-end"
      withinPortal={false}
      withInitialFocusPlaceholder={false}
      onOpen={onOpen}
    >
      <Menu.Target>
        <TextLink bare disabled={!sound} aria-live="polite">
          {failed === undefined ? t('app.report.ready') : t('work.report.failed', { why: failed })}
        </TextLink>
      </Menu.Target>
      <Menu.Dropdown>
        {drafts > 0 && (
          <Menu.Label maw="17rem">{t('work.report.drafts', { n: drafts })}</Menu.Label>
        )}
        {LENGTHS.map((length) => (
          <Fragment key={length}>
            <Menu.Label>{t(`app.report.${length}`)}</Menu.Label>
            {FORMATS.map((to) => (
              <Menu.Item
                key={to}
                aria-label={t('app.report.label', {
                  length: t(`app.report.${length}`),
                  format: t(`app.report.${to}`)
                })}
                onClick={() => void make(to, length)}
              >
                {t(`app.report.${to}`)}
              </Menu.Item>
            ))}
            <Menu.Divider />
          </Fragment>
        ))}
        <Menu.Item onClick={() => print()}>{t('app.report.print')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
})

/** How long it has taken so far, and the way out. */
function Making({ onStop }: { readonly onStop: () => void }): React.ReactNode {
  const t = useMessages()
  const n = useSeconds()
  return (
    <div className={styles['making']}>
      <Text size="sm" role="status">
        {t('app.report.making')}
        <span aria-hidden="true"> {t('work.seconds', { n })}</span>
      </Text>
      <Progress value={100} animated size="xs" aria-hidden="true" />
      <TextLink bare onClick={onStop}>
        {t('work.stop')}
      </TextLink>
    </div>
  )
}
