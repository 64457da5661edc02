import { textIn } from '../model/package.ts'
import type { Answered, Given } from './answer.ts'
import { frozen } from './freeze.ts'

/** What a list shows of a case; what cannot be read, or is not said, is null. */
export interface Described {
  readonly title: string | null
  readonly view: string | null
}

/** Title and view of a case, whether or not it is sound. */
export function askDescribe({
  case: source,
  title,
  diagnostics,
  files,
  hash
}: Given): Answered<'describe', Described, Described> {
  const view = source?.view === undefined ? null : textIn(source.view)
  const result = { title: title ?? null, view }
  return frozen({
    refused: false,
    question: 'describe',
    findings: diagnostics,
    files,
    result,
    provenance: { hashes: [hash], methods: { texts: { by: 'reading', how: 'exact' } } },
    document: () => result
  })
}
