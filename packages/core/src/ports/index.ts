export type {
  CaseChange,
  CaseList,
  CaseSave,
  CaseState,
  CaseStore,
  CaseVersion,
  CaseVersionText,
  NewCase,
  PassedBy,
  SavedCase,
  VersionOrigin
} from './case-store.ts'
export type { Chunk, Ensemble, EnsemblePlan, EnsembleRun } from './ensemble.ts'
export type {
  Milp,
  MilpAnswer,
  MilpPoint,
  MilpRow,
  MilpSolver,
  MilpTerm,
  MilpVariable
} from './milp.ts'
export type { Appended, Checkpoint, LogEntry, RecordStore } from './record-store.ts'
export type { Signed, Signer, Verifier } from './signer.ts'
export type { StoreCode } from './store-refusal.ts'
export { StoreRefusal } from './store-refusal.ts'
