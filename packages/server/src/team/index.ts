export { LOG_LEVELS, type LogLevel } from '../ops/log.ts'
export { type Adopted, type AdoptOnServer, adoptOnServer } from './adopt-on-server.ts'
export { type RecoverOnServer, recoverOnServer } from './recover-on-server.ts'
export { type ServeTeamOptions, type ServingTeam, serveTeam } from './serve-team.ts'
