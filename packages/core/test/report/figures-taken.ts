import { expect } from 'vitest'
import type { Case } from '../../src/model/case.ts'
import type { Block } from '../../src/report/blocks.ts'
import type { Rich } from '../../src/report/words/index.ts'
import { lettersOf } from '../../src/report/words/index.ts'
import { textsIn } from '../folder.ts'

/** The texts that a report says in sentences; tables say whose a figure is in their heads. */
export const sentences = (blocks: readonly Block<Rich>[]): readonly string[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return [lettersOf(block.text)]
    if (block.kind === 'list') return block.items.map(lettersOf)
    return block.kind === 'facts' ? block.rows.map(([, text]) => lettersOf(text)) : []
  })

const MARK = /\((?:case's figure|figure: [^;()]+|computed)(?:; (?:claim|polls): [^()]+)?\)/g

/**
 * Where a figure is followed, in the same clause, by brackets that hold nothing but sources: read as
 * theirs. `stating`: sources that may stand so, because the case says that they state figures.
 */
export function taken(
  text: string,
  ids: readonly string[],
  stating: readonly string[]
): readonly string[] {
  return text
    .replaceAll(MARK, '')
    .split(/[;:.]\s|\n/)
    .flatMap((clause) => [
      ...clause.matchAll(/\d[^()[\]]*((?:\([^()]*\)\s*)*)[([]+([^()[\]]+)[)\]]/g)
    ])
    .filter(([, , held = '']) => {
      const named = held.split(/, /)
      return named.every((one) => ids.includes(one)) && !named.every((one) => stating.includes(one))
    })
    .map(([all]) => all)
}

/** The sources that the YAML gives figures to, read without the reader. */
export const statingIn = (folder: string): readonly string[] =>
  textsIn(folder).flatMap(({ text }) =>
    [...text.matchAll(/numbers: ([\w-]+)/g)].flatMap(([, id = '']) =>
      id === 'authors' ? [] : [id]
    )
  )

/** Adds the pointer of everything that has a source and a figure and does not say whose it is. */
export function walk(value: unknown, at: string, lacking: string[]): void {
  if (typeof value !== 'object' || value === null) return
  if (!Array.isArray(value)) {
    const { source, sources, whose, message } = value as Record<string, unknown>
    const cites =
      (typeof source === 'string' && source !== '') ||
      (Array.isArray(sources) && sources.length > 0)
    const hasFigure = Object.entries(value).some(
      ([key, one]) =>
        typeof one === 'number' && !['line', 'column', 'endLine', 'endColumn'].includes(key)
    )
    const nested = 'firmness' in value
    if (cites && (hasFigure || nested) && whose === undefined && !/\/whose$/.test(at))
      lacking.push(at)
    if (cites && typeof message === 'string')
      // a cut of the method is nobody's figure
      for (const [figure] of message.matchAll(/(?:firmness|at) (\d\.\d+)(?!\d| \()/g))
        if (figure !== 'firmness 0.9') lacking.push(`${at}: ${message}`)
  }
  for (const [key, one] of Object.entries(value)) walk(one, `${at}/${key}`, lacking)
}

/** How many judgements of a case no source states, counted over the case as it is in memory. */
export function ownIn(source: Case): number {
  const seen = new Set<string>()
  const own = new Set<string>()
  const into = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if ('range' in value && 'key' in value && 'at' in value) {
      const { at, numbers = 'authors' } = value as unknown as { at: string; numbers?: string }
      seen.add(at)
      if (numbers === 'authors' || source.sources.get(numbers)?.kind === 'assumption') own.add(at)
      return
    }
    for (const one of value instanceof Map ? value.values() : Object.values(value)) into(one)
  }
  into(source)
  expect(own.size).toBeLessThanOrEqual(seen.size)
  return own.size
}
