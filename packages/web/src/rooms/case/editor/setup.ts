import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap
} from '@codemirror/autocomplete'
import { defaultKeymap } from '@codemirror/commands'
import { yaml } from '@codemirror/lang-yaml'
import { bracketMatching, indentUnit } from '@codemirror/language'
import { lintGutter, lintKeymap } from '@codemirror/lint'
import type { Extension } from '@codemirror/state'
import { Annotation, EditorState } from '@codemirror/state'
import type { KeyBinding } from '@codemirror/view'
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  keymap,
  lineNumbers
} from '@codemirror/view'
import type { SourceFile } from '@truce/core'
import { nonce } from '../../../ui/theme.ts'
import { completionSource } from './completion.ts'
import { look } from './look.ts'
import { marks } from './marks.ts'

/** Marks a change that came from outside, so that it is not handed back. */
export const FromOutside = Annotation.define<boolean>()

/** What the editor asks of the room. */
export interface Hooks {
  readonly files: () => readonly SourceFile[]
  readonly typed: (text: string) => void
  readonly undo: () => void
  readonly redo: () => void
  readonly label: string
}

/**
 * The editor's parts. It keeps no history of its own: the workbench's is the only one, so that
 * undoing in the text and undoing on a form take back the same steps in the same order.
 */
export function extensions(hooks: Hooks): readonly Extension[] {
  return [
    EditorView.cspNonce.of(nonce()),
    lineNumbers(),
    lintGutter(),
    drawSelection(),
    highlightActiveLine(),
    bracketMatching(),
    closeBrackets(),
    indentUnit.of('  '),
    EditorState.tabSize.of(2),
    EditorView.lineWrapping,
    yaml(),
    marks,
    look,
    autocompletion({ override: [completionSource(hooks.files)], icons: false }),
    keymap.of([
      ...historyKeys(hooks),
      ...closeBracketsKeymap,
      ...completionKeymap,
      ...lintKeymap,
      ...defaultKeymap
    ]),
    EditorView.contentAttributes.of({
      'aria-label': hooks.label,
      spellcheck: 'false',
      tabindex: '0'
    }),
    EditorView.updateListener.of(({ docChanged, transactions, state }) => {
      if (docChanged && !transactions.some((one) => one.annotation(FromOutside)))
        hooks.typed(state.doc.toString())
    })
  ]
}

function historyKeys({ undo, redo }: Hooks): readonly KeyBinding[] {
  const binding = (key: string, act: () => void): KeyBinding => ({
    key,
    run: () => {
      act()
      return true
    },
    preventDefault: true,
    stopPropagation: true
  })
  return [binding('Mod-z', undo), binding('Mod-y', redo), binding('Mod-Shift-z', redo)]
}
