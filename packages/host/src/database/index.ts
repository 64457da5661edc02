export { Gathering } from './gathering.ts'
export { LOCKS } from './locks.ts'
export { type Migration, migrate } from './migrations.ts'
export {
  AlreadyThere,
  type Answer,
  type Connections,
  Postgres,
  type PostgresRow,
  type Run
} from './postgres.ts'
export { DatabaseRefusal } from './postgres-problems.ts'
