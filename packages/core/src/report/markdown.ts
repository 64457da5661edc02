import type { Block, Figure } from './blocks.ts'
import type { Rich } from './words/index.ts'
import { lettersOf } from './words/index.ts'

/**
 * Renders a report as Markdown; `pictureAt` says where a figure's picture lies, within the text
 * itself unless given.
 */
export function renderMarkdown(
  blocks: readonly Block<Rich>[],
  pictureAt: (figure: Figure) => string = dataUri
): string {
  return `${blocks
    .map((block) => renderBlock(block, pictureAt))
    .filter((part) => part !== '')
    .join('\n\n')}\n`
}

function renderBlock(block: Block<Rich>, pictureAt: (figure: Figure) => string): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${escaped(block.text)}`
    case 'paragraph':
      return escaped(block.text)
    case 'list':
      return block.items.map((item) => `- ${escaped(item)}`).join('\n')
    case 'facts':
      return block.rows
        .map(([label, text]) => `- **${escaped(label)}:** ${escaped(text).replaceAll('\n', '; ')}`)
        .join('\n')
    case 'table':
      return [
        row(block.head),
        row(block.head.map((_, i) => (i === 0 ? '---' : '---'))),
        ...block.rows.map((cells) => row(cells.map(escaped)))
      ].join('\n')
    case 'literal':
      return `\`\`\`\n${block.text}\n\`\`\``
    case 'figure':
      return `![${escaped(block.text)}](${pictureAt(block)})\n\n*${escaped(block.title)}.* ${escaped(block.text)}`
  }
}

/** A picture as a link that holds it; brackets would end the link. */
const dataUri = ({ svg }: Figure): string =>
  `data:image/svg+xml,${encodeURIComponent(svg).replace(/[()']/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`)}`

const row = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`

/**
 * Escapes what Markdown would read as markup, so that a case's texts cannot dress up as anything
 * else.
 */
function escaped(text: Rich): string {
  return lettersOf(text).replace(/[\\*_[\]<>#]/g, (mark) => `\\${mark}`)
}
