import { bargaining } from './bargaining.ts'
import { briefing } from './briefing.ts'
import { check } from './check.ts'
import { common } from './common.ts'
import { diff } from './diff.ts'
import { stability } from './stability.ts'
import { study } from './study.ts'
import { verdicts } from './verdicts.ts'

/** Everything that is said, in English. */
export const en = {
  ...common,
  ...verdicts,
  ...check,
  ...stability,
  ...bargaining,
  ...study,
  ...briefing,
  ...diff
} as const
