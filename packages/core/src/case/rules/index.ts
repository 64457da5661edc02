import type { Page } from '../../diagnostic/diagnostic.ts'
import * as reference from './reference.ts'
import * as shape from './shape.ts'
import * as yaml from './syntax.ts'
import * as time from './time.ts'
import * as value from './value.ts'
import * as whole from './whole.ts'

const isPage = (value: unknown): value is Page =>
  typeof value === 'object' && value !== null && 'code' in value

/** The pages of everything the reader can find, sorted by code. */
export const readerPages: readonly Page[] = [yaml, shape, reference, value, time, whole]
  .flatMap((pages): readonly unknown[] => Object.values(pages))
  .filter(isPage)
  .sort((a, b) => (a.code < b.code ? -1 : 1))
