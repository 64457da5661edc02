import { acceptanceSentences } from './acceptance-sentences.ts'
import { agreementSentences } from './agreement-sentences.ts'
import { bargainingSentences } from './bargaining-sentences.ts'
import { briefingSentences } from './briefing-sentences.ts'
import { ceasefireSentences } from './ceasefire-sentences.ts'
import { checkSentences } from './check-sentences.ts'
import { clauseSentences } from './clause-sentences.ts'
import { commonSentences } from './common-sentences.ts'
import { deskSentences } from './desk-sentences.ts'
import { diffSentences } from './diff-sentences.ts'
import { draftSentences } from './draft-sentences.ts'
import { electorateSentences } from './electorate-sentences.ts'
import { forecastSentences } from './forecast-sentences.ts'
import { gameSentences } from './game-sentences.ts'
import { gateSentences } from './gate-sentences.ts'
import { geoSentences } from './geo-sentences.ts'
import { matrixSentences } from './matrix-sentences.ts'
import { neutralitySentences } from './neutrality-sentences.ts'
import { overtureSentences } from './overture-sentences.ts'
import { pageSentences } from './page-sentences.ts'
import { planSentences } from './plan-sentences.ts'
import { readingSentences } from './reading-sentences.ts'
import { recordDailySentences } from './record-daily-sentences.ts'
import { recordDoorSentences } from './record-door-sentences.ts'
import { recordGateSentences } from './record-gate-sentences.ts'
import { recordGroundSentences } from './record-ground-sentences.ts'
import { recordHotlineSentences } from './record-hotline-sentences.ts'
import { recordKindSentences } from './record-kind-sentences.ts'
import { recordMeetingSentences } from './record-meeting-sentences.ts'
import { recordStatusSentences } from './record-status-sentences.ts'
import { stabilitySentences } from './stability-sentences.ts'
import { strategySentences } from './strategy-sentences.ts'
import { studySentences } from './study-sentences.ts'
import { timetableSentences } from './timetable-sentences.ts'
import { trustSentences } from './trust-sentences.ts'
import { verdictSentences } from './verdict-sentences.ts'

/** Everything that is said, in English. */
export const en = {
  ...commonSentences,
  ...verdictSentences,
  ...checkSentences,
  ...readingSentences,
  ...recordDoorSentences,
  ...recordHotlineSentences,
  ...recordMeetingSentences,
  ...recordKindSentences,
  ...stabilitySentences,
  ...bargainingSentences,
  ...acceptanceSentences,
  ...studySentences,
  ...planSentences,
  ...ceasefireSentences,
  ...gateSentences,
  ...timetableSentences,
  ...forecastSentences,
  ...gameSentences,
  ...geoSentences,
  ...strategySentences,
  ...neutralitySentences,
  ...overtureSentences,
  ...electorateSentences,
  ...trustSentences,
  ...pageSentences,
  ...briefingSentences,
  ...deskSentences,
  ...diffSentences,
  ...matrixSentences,
  ...agreementSentences,
  ...draftSentences,
  ...clauseSentences,
  ...recordDailySentences,
  ...recordGateSentences,
  ...recordGroundSentences,
  ...recordStatusSentences
} as const
