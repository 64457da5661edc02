import { Table } from '@mantine/core'
import type { Block } from '@truce/core/report'
import type { ReactNode } from 'react'
import classes from './report-blocks.module.css'
import { useWords } from './use-words.ts'

/** Parts of a report that the page shows as they are: headings, words, lists, tables. */
export function Blocks({ blocks }: { readonly blocks: readonly Block[] }): ReactNode {
  return blocks.map((block, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: blocks of a report have no other name
    <Shown key={place} block={block} />
  ))
}

function Shown({ block }: { readonly block: Block }): ReactNode {
  switch (block.kind) {
    case 'heading':
      return <h3 className={classes['heading']}>{block.text}</h3>
    case 'paragraph':
      return <p>{block.text}</p>
    case 'list':
      return (
        <ul className={classes['lines']}>
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )
    case 'facts':
      return (
        <ul className={classes['lines']}>
          {block.rows.map(([name, text]) => (
            <li key={name}>
              {name}: {text}
            </li>
          ))}
        </ul>
      )
    case 'table':
      return <Rows head={block.head} rows={block.rows} />
    case 'literal':
      return <pre>{block.text}</pre>
    case 'figure':
      return <Plate picture={block} />
  }
}

/** A picture of a report with what it shows in words. */
export function Plate({
  picture: { title, text, svg }
}: {
  readonly picture: { readonly title: string; readonly text: string; readonly svg: string }
}): ReactNode {
  return (
    <figure className={classes['plate']}>
      {/* an image of its own: what a picture holds must not run in the page */}
      <img src={`data:image/svg+xml,${encodeURIComponent(svg)}`} alt={text} />
      <figcaption>
        <b>{title}.</b> {text}
      </figcaption>
    </figure>
  )
}

/** A table that scrolls within itself where it is too wide. */
export function Rows({
  head,
  rows,
  of = head.join(', ')
}: {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly of?: string
}): ReactNode {
  const { t } = useWords()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className={classes['scroll']} tabIndex={0} aria-label={t('work.scroll', { of })}>
      <Table className={classes['table']}>
        <Table.Thead>
          <Table.Tr>
            {head.map((column) => (
              <Table.Th key={column} scope="col">
                {column}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.join('\t')}>
              {row.map((cell, place) => (
                <Table.Td key={head[place]}>{cell}</Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  )
}
