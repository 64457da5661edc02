import { syntaxTree } from '@codemirror/language'
import type { Extension } from '@codemirror/state'
import { RangeSetBuilder } from '@codemirror/state'
import type { DecorationSet, EditorView, ViewUpdate } from '@codemirror/view'
import { Decoration, ViewPlugin } from '@codemirror/view'

/** How the parts of the text look, by the names the YAML grammar gives them. */
const LOOKS: Readonly<Record<string, Decoration>> = {
  Key: Decoration.mark({ class: 'cm-case-key' }),
  Comment: Decoration.mark({ class: 'cm-case-comment' }),
  QuotedLiteral: Decoration.mark({ class: 'cm-case-quoted' })
}

/** Sets keys, comments and quoted texts apart in what is visible. */
export const marks: Extension = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet

    constructor(view: EditorView) {
      this.decorations = decorate(view)
    }

    update({ docChanged, viewportChanged, view, startState, state }: ViewUpdate): void {
      if (docChanged || viewportChanged || syntaxTree(startState) !== syntaxTree(state))
        this.decorations = decorate(view)
    }
  },
  { decorations: ({ decorations }) => decorations }
)

function decorate({ state, visibleRanges }: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>()
  for (const { from, to } of visibleRanges)
    syntaxTree(state).iterate({
      from,
      to,
      enter: (node) => {
        const look = LOOKS[node.name]
        if (!look) return undefined
        builder.add(node.from, node.to, look)
        return false
      }
    })
  return builder.finish()
}
