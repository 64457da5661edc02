/**
 * Numbers of the advisory locks of a database, of which each is for one thing: any numbers do that
 * are always the same, and differ. Released steps of tables contain the first: none is ever changed.
 */
export const LOCKS = {
  /** Tables of a record are made. */
  recordTables: 7_487_261,
  /** Tables of a part are brought to their newest form. */
  migrations: 7_487_262,
  /** A case gets its id. */
  caseIds: 7_487_263,
  /** Administrators are counted and made. */
  administrators: 7_487_270
} as const
