export type { Block } from './blocks.ts'
export { checkReport } from './check/check-report.ts'
export type { DocumentAbout } from './check-json.ts'
export {
  checkJson,
  documentHead,
  FORMAT,
  findingsJson,
  refusedJson,
  VERSION
} from './check-json.ts'
export type { CheckDocument } from './check-schema.ts'
export { diffJson, diffProposalsJson } from './diff-json.ts'
export { diffProposalsReport } from './diff-proposals-report.ts'
export { diffReport } from './diff-report.ts'
export type { DiffDocument, DiffProposalsDocument } from './diff-schema.ts'
export { renderMarkdown } from './markdown.ts'
export { matrixJson } from './matrix-json.ts'
export { matrixReport } from './matrix-report.ts'
export type { MatrixDocument } from './matrix-schema.ts'
export { renderPlain } from './plain.ts'
export { sarif } from './sarif.ts'
export type { FindingDocument, RefusedDocument } from './shapes.ts'
