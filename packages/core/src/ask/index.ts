export type { AcceptanceAnswer, Attending } from './acceptance.ts'
export { askAcceptance } from './acceptance.ts'
export type {
  AboutCase,
  Answered,
  Asked,
  Given,
  Method,
  Provenance,
  Question,
  Refused
} from './answer.ts'
export { refused } from './answer.ts'
export type { BargainingAnswer } from './bargaining.ts'
export { askBargaining } from './bargaining.ts'
export type { CeasefireLintAnswer } from './ceasefire-lint.ts'
export { askCeasefireLint, NoCeasefire } from './ceasefire-lint.ts'
export type { CheckAnswer, CheckSettings } from './check.ts'
export { askCheck } from './check.ts'
export type { AgreementAnswer } from './compare-agreement.ts'
export { askAgreement, NoAgreement } from './compare-agreement.ts'
export type { Described } from './describe.ts'
export { askDescribe } from './describe.ts'
export type {
  DiffAnswer,
  DiffProposalsAnswer,
  DiffProposalsSettings,
  DiffSettings
} from './diff.ts'
export { askDiff, askDiffProposals, NoSuchProposal } from './diff.ts'
export type { DraftAnswer } from './draft-agreement.ts'
export { askDraft } from './draft-agreement.ts'
export type { ForecastAnswer, ForecastAsked } from './forecast.ts'
export { askForecast, FORECAST_DEFAULTS, NoForecast } from './forecast.ts'
export type { GameAnswer } from './game.ts'
export { askGame } from './game.ts'
export type { MatrixAnswer, MatrixSettings } from './matrix.ts'
export { askMatrix } from './matrix.ts'
export type { PlanAnswer, PlanSettings } from './plan.ts'
export { askPlan, NoPlan } from './plan.ts'
export type { ReportAnswer, ReportHelp, ReportSettings } from './report.ts'
export { askReport } from './report.ts'
export type { Drawing, StabilityAnswer, StabilityResult, StabilitySettings } from './stability.ts'
export { askStability, NoGraph, NoSuchState, TooManyDraws } from './stability.ts'
export type { StrategyAnswer } from './strategy.ts'
export { askStrategy } from './strategy.ts'
export type { Listening, StudyAnswer, StudyJob, StudyResult, StudyRunner } from './study.ts'
export { askStudy, inThread, NoStudy } from './study.ts'
export type { TimetableAnswer } from './timetable.ts'
export { askTimetable, NoTimetable } from './timetable.ts'
export type { LineDrawing, ZonesAnswer } from './zones.ts'
export { askZones } from './zones.ts'
