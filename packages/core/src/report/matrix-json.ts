import type { Matrix } from '../check/accounts.ts'
import { documentHead } from './check-json.ts'
import type { MatrixDocument } from './matrix-schema.ts'

/** The document of `matrix --format json`. */
export const matrixJson = (
  matrix: Matrix,
  settings: MatrixDocument['settings']
): MatrixDocument => ({
  ...documentHead('matrix'),
  findings: [],
  settings,
  accounts: matrix.accounts,
  texts: matrix.texts
})
