import type { Acceptance } from '../../deals/best-chance.ts'
import type { Words } from '../words/index.ts'
import { count } from '../words/index.ts'

/** How the best chance was looked for. */
export const methodText = ({ say }: Words, { settings: { draws, seed } }: Acceptance): string =>
  say('acceptance.method', { draws: count(draws), seed })
