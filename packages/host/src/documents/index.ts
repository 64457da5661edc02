import type { Block } from '@truce/core/report'
import type { DocumentAbout } from './about.ts'
import { picturesOf } from './pictures.ts'

export type { DocumentAbout } from './about.ts'
export { NoDocx, textOfDocx } from './docx-text.ts'
export { lettersMissing } from './letters.ts'

/**
 * A report as a Word document. Same blocks, same bytes. What writes it is loaded when it is asked
 * for.
 */
export async function docxOf(blocks: readonly Block[], about: DocumentAbout): Promise<Uint8Array> {
  const pictures = picturesOf(blocks)
  // Whoever waits for them below hears of their failure.
  pictures.catch(() => {})
  return (await import('./docx.ts')).docxOf(blocks, about, pictures)
}

/**
 * A report as a PDF, tagged for screen readers. Same blocks, same bytes. What sets it is loaded
 * when it is asked for.
 */
export async function pdfOf(blocks: readonly Block[], about: DocumentAbout): Promise<Uint8Array> {
  return (await import('./pdf.ts')).pdfOf(blocks, about)
}
