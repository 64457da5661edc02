import type { CSSVariablesResolver, MantineColorsTuple } from '@mantine/core'
import { createTheme } from '@mantine/core'

/** The one colour of what can be acted on: from palest to darkest. */
const accent: MantineColorsTuple = [
  '#eef4fa',
  '#dbe6f1',
  '#b5cce3',
  '#8cb0d4',
  '#6a98c7',
  '#5489bf',
  '#3f74a8',
  '#2f5d8a',
  '#234b72',
  '#16385a'
]

const TEXT =
  "'Truce Text', 'Truce Text until loaded', 'Truce Text until loaded, DejaVu', system-ui, sans-serif"
const HEADINGS =
  "'Iowan Old Style', 'Palatino Linotype', Palatino, 'Noto Serif', 'DejaVu Serif', Georgia, serif"

/** The look of the workbench: a well-set document. */
export const theme = createTheme({
  colors: { accent },
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  fontFamily: TEXT,
  fontFamilyMonospace: "ui-monospace, 'Cascadia Code', 'DejaVu Sans Mono', Menlo, monospace",
  fontSizes: {
    xs: 'var(--truce-small)',
    sm: 'var(--truce-small)',
    md: 'var(--truce-text)',
    lg: 'var(--truce-lead)',
    xl: 'var(--truce-head)'
  },
  fontWeights: {
    regular: 'var(--truce-regular)',
    medium: 'var(--truce-regular)',
    bold: 'var(--truce-strong)'
  },
  headings: {
    fontFamily: HEADINGS,
    fontWeight: 'var(--truce-strong)',
    sizes: {
      h1: { fontSize: 'var(--truce-title)', lineHeight: '1.3' },
      h2: { fontSize: 'var(--truce-head)', lineHeight: '1.3' },
      h3: { fontSize: 'var(--truce-lead)', lineHeight: '1.3' },
      h4: { fontSize: 'var(--truce-text)', lineHeight: '1.3' }
    }
  },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true
})

/**
 * Names that rooms use in their styles: `--truce-line` (hairlines), `--truce-quiet` (secondary
 * text), `--truce-paper` (ground), `--truce-raised` (a ground above it), `--truce-crossed` (a
 * crossed redline, an overdue clock), `--truce-uncertain` (amber), `--truce-accent`; and the tones of
 * the five verdicts, from rust over ochre to blue. Nobody depends on them: the word says it, and so
 * does the mark beside it. `base.css` gives a word its tone.
 */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#fdfcfa',
    '--mantine-color-text': '#1f1e1b',
    '--mantine-color-dimmed': '#5f5b53',
    '--truce-paper': '#fdfcfa',
    '--truce-raised': '#f5f3ee',
    '--truce-line': '#d9d5cb',
    '--truce-quiet': '#5f5b53',
    '--truce-accent': '#2f5d8a',
    '--truce-crossed': '#b3261e',
    '--truce-uncertain': '#8f5a00',
    '--truce-dead': '#9a1f16',
    '--truce-unlikely': '#9c4414',
    '--truce-contested': '#7d5a00',
    '--truce-likely': '#3c6478',
    '--truce-robust': '#1b5391'
  },
  dark: {
    '--mantine-color-body': '#191918',
    '--mantine-color-text': '#e6e3dc',
    '--mantine-color-anchor': '#8cb0d4',
    '--mantine-color-dimmed': '#a8a399',
    '--truce-paper': '#191918',
    '--truce-raised': '#242322',
    '--truce-line': '#3c3a36',
    '--truce-quiet': '#a8a399',
    '--truce-accent': '#8cb0d4',
    '--truce-crossed': '#ff8a80',
    '--truce-uncertain': '#e5ae4f',
    '--truce-dead': '#ff8f83',
    '--truce-unlikely': '#f5a070',
    '--truce-contested': '#e3bd62',
    '--truce-likely': '#a9c6d4',
    '--truce-robust': '#86bbf5'
  }
})

/**
 * The nonce of this page: whatever makes a `<style>` element of its own needs it (CodeMirror:
 * `EditorView.cspNonce.of(nonce())`).
 */
export function nonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
}
