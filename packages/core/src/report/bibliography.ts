import type { Case } from '../model/case.ts'
import { textIn } from '../model/package.ts'

/** The sources of a case, a line each: `[id] Author: Title. Date (kind) address`. */
export const bibliography = ({ sources }: Case, language?: string): readonly string[] =>
  [...sources.values()].map(({ id, title, author, date, url, kind }) =>
    [
      `[${id}]`,
      author ? `${textIn(author, language)}:` : '',
      `${textIn(title, language)}.`,
      date ?? '',
      `(${kind})`,
      url ?? ''
    ]
      .filter((part) => part !== '')
      .join(' ')
  )
