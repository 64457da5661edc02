import type { Case } from '../model/case.ts'
import { textIn } from '../model/package.ts'
import type { Block } from './blocks.ts'
import { heading, paragraph } from './blocks.ts'

/**
 * How every report begins: the case's title, whose view it is, its day, and under what everything
 * else holds.
 */
export function opening(source: Case, holds: string, language?: string): readonly Block[] {
  const view = source.view ? `${textIn(source.view, language)}. ` : ''
  return [
    heading(1, textIn(source.title, language)),
    paragraph(`${view}As of ${source.asOf}. ${holds}`)
  ]
}
