import { EditorView } from '@codemirror/view'

/** The editor in the colours of the workbench, light and dark. */
export const look = EditorView.theme({
  '&': {
    fontSize: 'var(--truce-small)',
    backgroundColor: 'var(--truce-paper)',
    color: 'var(--mantine-color-text)',
    height: '100%'
  },
  '&.cm-focused': { outline: '2px solid var(--truce-accent)', outlineOffset: '-1px' },
  '.cm-scroller': { fontFamily: 'var(--mantine-font-family-monospace)', lineHeight: '1.6' },
  '.cm-content': { caretColor: 'var(--mantine-color-text)' },
  '.cm-cursor': { borderLeftColor: 'var(--mantine-color-text)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground':
    {
      backgroundColor: 'color-mix(in oklch, var(--truce-accent) 26%, transparent)'
    },
  '.cm-activeLine, .cm-activeLineGutter': {
    backgroundColor: 'color-mix(in oklch, var(--truce-accent) 7%, transparent)'
  },
  '.cm-gutters': {
    backgroundColor: 'var(--truce-paper)',
    color: 'var(--truce-quiet)',
    borderInlineEnd: '1px solid var(--truce-line)'
  },
  '.cm-case-key': { color: 'var(--truce-accent)' },
  '.cm-case-comment': { color: 'var(--truce-quiet)', fontStyle: 'italic' },
  '.cm-tooltip': {
    backgroundColor: 'var(--truce-raised)',
    color: 'var(--mantine-color-text)',
    border: '1px solid var(--truce-line)',
    maxWidth: 'min(34rem, 90vw)'
  },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--truce-accent)',
    color: 'var(--truce-paper)'
  },
  '.cm-diagnostic': {
    fontFamily: 'var(--mantine-font-family)',
    padding: '0.5rem 0.75rem',
    borderInlineStart: '3px solid var(--truce-line)'
  },
  '.cm-diagnostic-error': { borderInlineStartColor: 'var(--truce-crossed)' },
  '.cm-diagnostic-warning': { borderInlineStartColor: 'var(--truce-uncertain)' },
  '.cm-diagnostic-info': { borderInlineStartColor: 'var(--truce-accent)' },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    borderBottom: '2px solid var(--truce-crossed)'
  },
  '.cm-lintRange-warning': {
    backgroundImage: 'none',
    borderBottom: '2px dashed var(--truce-uncertain)'
  },
  '.cm-lintRange-info': { backgroundImage: 'none', borderBottom: '1px dotted var(--truce-accent)' },
  '.cm-lint-marker': { width: '0.75em', height: '0.75em', content: 'none', borderRadius: '50%' },
  '.cm-lint-marker-error': { backgroundColor: 'var(--truce-crossed)' },
  '.cm-lint-marker-warning': { backgroundColor: 'var(--truce-uncertain)', borderRadius: '0' },
  '.cm-lint-marker-info': { border: '1.5px solid var(--truce-accent)' }
})
