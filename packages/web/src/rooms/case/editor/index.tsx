import { Tabs } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { Finding } from '../../../engine/protocol.ts'
import { useMessages } from '../../../messages/index.ts'
import type { Workbench } from '../../../state/workbench.ts'
import { locate } from '../places.ts'
import classes from './editor.module.css'
import { FindingList } from './findings.tsx'
import type { Target } from './use-editor.ts'
import { useEditor } from './use-editor.ts'

interface Wish {
  readonly file: string
  readonly target: Target
}

/** The files of the case as text, with what was found in them. `at` is the place to open at. */
export default function TextEditor({
  workbench,
  at
}: {
  readonly workbench: Workbench
  readonly at: string | undefined
}) {
  const { files } = workbench.view
  const [chosen, choose] = useState<{
    readonly for: Wish | undefined
    readonly file: string
    readonly target?: Target
  }>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place is looked up once for each wish, not again with every letter
  const asked = useMemo(() => wishAt(workbench, at), [at])
  // What was chosen by hand holds until another place is asked for.
  const wish: Partial<Wish> | undefined = chosen && chosen.for === asked ? chosen : asked
  // Once: else an error that is being typed in one file would turn the page to it.
  const [first] = useState(() => firstFile(workbench))
  const named = (wanted: string | undefined): string | undefined =>
    files.find(({ name }) => name === wanted)?.name
  const file = named(wish?.file) ?? named(first) ?? files[0]?.name
  const jump = ({ place }: Finding): void => {
    if (!place) return
    choose({ for: asked, file: place.file, target: { start: place.start, end: place.end } })
  }
  if (file === undefined) return null
  return (
    <div className={classes.editor}>
      <Tabs
        value={file}
        onChange={(name) => name && choose({ for: asked, file: name })}
        keepMounted={false}
        className={classes.tabs}
      >
        <Tabs.List>
          {files.map(({ name }) => (
            <FileTab key={name} name={name} findings={workbench.view.findings} />
          ))}
        </Tabs.List>
        {/* One panel at a time: every tab leads to the same editor. */}
        <Tabs.Panel value={file} className={classes.panel}>
          <Sheet
            key={file}
            workbench={workbench}
            file={file}
            target={wish?.file === file ? wish.target : undefined}
          />
        </Tabs.Panel>
      </Tabs>
      <FindingList findings={workbench.view.findings} jump={jump} />
    </div>
  )
}

function Sheet({
  workbench,
  file,
  target
}: {
  readonly workbench: Workbench
  readonly file: string
  readonly target: Target | undefined
}) {
  const t = useMessages()
  const holder = useEditor({ workbench, file, target, label: t('case.text.label', { file }) })
  return <div ref={holder} className={classes.sheet} />
}

function FileTab({
  name,
  findings
}: {
  readonly name: string
  readonly findings: readonly Finding[]
}) {
  const t = useMessages()
  const own = findings.filter(({ place, severity }) => place?.file === name && severity !== 'note')
  return (
    <Tabs.Tab value={name}>
      {name}
      {own.length > 0 && (
        <span className={classes.count}>{t('case.text.findings', { n: own.length })}</span>
      )}
    </Tabs.Tab>
  )
}

function wishAt({ view }: Workbench, at: string | undefined): Wish | undefined {
  const place = at === undefined ? undefined : locate(view.files, at)
  return place && { file: place.file, target: { start: place.start, end: place.end } }
}

/** The file of the first error, else the one with the parties, else the first. */
function firstFile({ view }: Workbench): string | undefined {
  const error = view.findings.find(({ severity, place }) => severity === 'error' && place)
  return (
    error?.place?.file ??
    view.files.find(({ name }) => name === 'case.yaml')?.name ??
    view.files[0]?.name
  )
}
