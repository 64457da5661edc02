import type { Diagnostic } from '@codemirror/lint'
import type { Finding } from '../../../engine/protocol.ts'

const SEVERITIES = { error: 'error', warning: 'warning', note: 'info' } as const

/**
 * The findings of one file as the editor underlines them. `length` is that of the text now, which
 * may have grown shorter since.
 */
export function lintsOf(
  findings: readonly Finding[],
  file: string,
  length: number
): readonly Diagnostic[] {
  return findings.flatMap((finding) => {
    const { place, severity } = finding
    if (place?.file !== file) return []
    const from = Math.min(place.start, length)
    const to = Math.min(Math.max(place.end, place.start + 1), length)
    return [
      {
        from,
        to,
        severity: SEVERITIES[severity],
        message: finding.message,
        renderMessage: () => render(finding)
      }
    ]
  })
}

/** What is wrong, why, what to do, and the code, each in its own line. */
function render({ message, why, help, code }: Finding): HTMLElement {
  const box = document.createElement('div')
  const add = (text: string, tag: 'p' | 'strong' = 'p'): void => {
    const line = document.createElement(tag)
    line.textContent = text
    line.style.margin = '0'
    line.style.display = 'block'
    box.append(line)
  }
  add(message, 'strong')
  for (const reason of why) add(reason)
  if (help !== undefined) add(help)
  const mark = document.createElement('small')
  mark.textContent = code
  box.append(mark)
  return box
}
