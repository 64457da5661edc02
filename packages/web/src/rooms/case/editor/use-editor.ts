import { setDiagnostics } from '@codemirror/lint'
import type { Extension } from '@codemirror/state'
import { EditorState } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import type { RefObject } from 'react'
import { useEffect, useRef } from 'react'
import type { Workbench } from '../../../state/workbench.ts'
import { changeBetween, Echoes } from './echoes.ts'
import { lintsOf } from './lints.ts'
import { extensions, FromOutside } from './setup.ts'

/** A stretch to be looked at; a new object is a new wish, even for the same stretch. */
export interface Target {
  readonly start: number
  readonly end: number
}

/** What the editor is to show. */
export interface Shown {
  readonly workbench: Workbench
  readonly file: string
  readonly target: Target | undefined
  readonly label: string
}

/** Puts an editor into an element and keeps it at the workbench's text, findings and target. */
export function useEditor({
  workbench,
  file,
  target,
  label
}: Shown): RefObject<HTMLDivElement | null> {
  const holder = useRef<HTMLDivElement>(null)
  const editor = useRef<EditorView>(undefined)
  const now = useRef({ workbench, echoes: new Echoes(), label })
  now.current.workbench = workbench
  now.current.label = label
  const { findings, files } = workbench.view
  const text = files.find(({ name }) => name === file)?.text ?? ''

  useEffect(() => {
    const { current } = now
    current.echoes = new Echoes()
    const doc = current.workbench.view.files.find(({ name }) => name === file)?.text ?? ''
    const view = new EditorView({
      parent: holder.current as HTMLElement,
      state: EditorState.create({ doc, extensions: [...parts(file, current)] })
    })
    editor.current = view
    return () => view.destroy()
  }, [file])

  useEffect(() => {
    const { current: view } = editor
    if (!view) return
    const shown = view.state.doc.toString()
    if (now.current.echoes.isEcho(text, shown)) return
    const changes = changeBetween(shown, text)
    if (changes) view.dispatch({ changes, annotations: FromOutside.of(true) })
  }, [text])

  useEffect(() => {
    const { current: view } = editor
    if (view)
      view.dispatch(setDiagnostics(view.state, lintsOf(findings, file, view.state.doc.length)))
  }, [findings, file])

  useEffect(() => {
    if (target && editor.current) reveal(editor.current, target)
  }, [target])
  return holder
}

interface Now {
  readonly workbench: Workbench
  readonly echoes: Echoes
  readonly label: string
}

function parts(file: string, now: Now): readonly Extension[] {
  return extensions({
    files: () => now.workbench.view.files,
    typed: (text) => {
      now.echoes.send(text)
      now.workbench.edit(file, text, 'typing')
    },
    undo: () => now.workbench.undo(),
    redo: () => now.workbench.redo(),
    label: now.label
  })
}

/** Selects a stretch, brings it to the middle and goes there. */
function reveal(view: EditorView, { start, end }: Target): void {
  const { length } = view.state.doc
  const anchor = Math.min(start, length)
  // Only to the end of the first line: a whole stance selected would hide what it says.
  const head = Math.min(end, view.state.doc.lineAt(anchor).to, length)
  view.dispatch({
    selection: { anchor, head },
    effects: EditorView.scrollIntoView(anchor, { y: 'center' })
  })
  view.focus()
}
