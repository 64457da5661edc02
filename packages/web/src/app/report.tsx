import { Menu } from '@mantine/core'
import { useState } from 'react'
import { useMessages } from '../messages/index.ts'
import { api } from '../state/api.ts'
import { useWorkbench } from '../state/use-workbench.ts'
import { download } from '../ui/download.ts'
import { TextLink } from '../ui/text-link.tsx'

const FORMATS = {
  html: { type: 'text/html', ending: 'html' },
  markdown: { type: 'text/markdown', ending: 'md' }
} as const

/** Makes the briefing on the case and hands it over as a file. */
export function ReportMenu(): React.ReactNode {
  const t = useMessages()
  const { engine, view } = useWorkbench()
  const [state, setState] = useState<'ready' | 'making' | 'failed'>('ready')
  const hand = async (ending: string, made: () => Promise<Blob>): Promise<void> => {
    setState('making')
    try {
      download(`${view.id}.${ending}`, await made())
      setState('ready')
    } catch {
      setState('failed')
    }
  }
  const make = (format: keyof typeof FORMATS): Promise<void> => {
    const { type, ending } = FORMATS[format]
    return hand(ending, async () => {
      const { text } = await engine.ask('report', { format })
      return new Blob([text], { type: `${type};charset=utf-8` })
    })
  }
  const fetched = (to: 'docx' | 'pdf'): Promise<void> => hand(to, () => api.report(view.files, to))
  return (
    <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <TextLink bare disabled={!view.sound || state === 'making'} aria-live="polite">
          {t(`app.report.${state}`)}
        </TextLink>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void fetched('docx')}>{t('app.report.docx')}</Menu.Item>
        <Menu.Item onClick={() => void fetched('pdf')}>{t('app.report.pdf')}</Menu.Item>
        <Menu.Item onClick={() => void make('html')}>{t('app.report.html')}</Menu.Item>
        <Menu.Item onClick={() => void make('markdown')}>{t('app.report.markdown')}</Menu.Item>
        <Menu.Item onClick={() => print()}>{t('app.report.print')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
