export type {
  IncidentContent,
  IncidentDraft,
  IncidentDrafts,
  IncidentImport,
  RowRefused
} from './draft.ts'
export type { FormSheet, IncidentForm } from './form.ts'
export { incidentForm } from './form.ts'
export type { IncidentFormat } from './incident-drafts.ts'
export { INCIDENT_FORMATS, incidentDrafts, MOST_INCIDENT_CHARACTERS } from './incident-drafts.ts'
