export { CannotListen } from './listen.ts'
export type {
  CheckpointBody,
  DailyReportBody,
  EntriesBody,
  HeadsBody,
  NewRecordBody,
  ReadsBody,
  RecordBody,
  RecordFieldBody,
  SubmissionsBody,
  SubmittedBody,
  WritingBody
} from './record-schemas.ts'
export type {
  CaseBody,
  CaseListBody,
  CheckBody,
  ConflictBody,
  ErrorBody,
  FileBody,
  LibraryBody,
  NewCaseBody,
  RemovedBody,
  ReportBody,
  ReportFormat,
  SaveBody,
  StoreBody,
  TokenBody,
  VersionListBody,
  VersionTextBody,
  WorkbookRowsBody
} from './schemas.ts'
export type { ServeOptions, Serving } from './serve.ts'
export { serve } from './serve.ts'
export type {
  ActsBody,
  CandidatesBody,
  IntroductionsBody,
  MeBody,
  MembersBody,
  OrganisationsBody,
  OwnRecordsBody,
  ParticipantsBody,
  SharesBody,
  TrackMembersBody,
  TracksBody
} from './team/bodies.ts'
export type {
  AccountBody,
  DeedListBody,
  InvitationListBody,
  LinkReadBody,
  PeopleListBody,
  RecoveryListBody,
  SessionListBody,
  WaitingBody
} from './team/identity-schemas.ts'
export type {
  PaperKeysBody,
  PaperMadeBody,
  PapersBody,
  SealedPaperBody,
  SealingBody,
  TrackKeysBody
} from './team/papers/schemas.ts'
