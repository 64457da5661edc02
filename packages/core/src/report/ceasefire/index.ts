export { agreementJson } from './agreement-json.ts'
export { agreementReport } from './agreement-report.ts'
export type { AgreementDocument } from './agreement-shape.ts'
