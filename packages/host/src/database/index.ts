export { type Migration, migrate } from './migrations.ts'
export { AlreadyThere, type Answer, Postgres, type PostgresRow, type Run } from './postgres.ts'
