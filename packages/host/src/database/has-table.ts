import type { Run } from './postgres.ts'

/**
 * Whether the schema `truce` has a table. The catalogue is read as any table is: what `to_regclass`
 * says may be what the session remembers of before another process made it.
 */
export async function hasTable(run: Run, name: string): Promise<boolean> {
  const { count } = await run(
    "SELECT FROM pg_catalog.pg_tables WHERE schemaname = 'truce' AND tablename = $1",
    [name]
  )
  return count > 0
}
