// A team's server as a process of its own, which tests kill.
import { serveTeam } from '../../src/team/index.ts'
import './quick-passwords.ts'

const { ahead, ...options } = JSON.parse(process.argv[2] ?? '{}')
if (ahead) setClockAhead(ahead)
const serving = await serveTeam({
  ...options,
  environment: {},
  report: (error) => console.error(error),
  log: { level: 'warn', write: (line) => void process.stderr.write(line) }
})
process.stdout.write(
  `${JSON.stringify({ at: serving.at, setup: serving.setup, metrics: serving.metrics })}\n`
)

/** Has everything in this process that asks for the time hear another. */
function setClockAhead(milliseconds: number): void {
  const right = Date
  globalThis.Date = class extends right {
    constructor(...given: [] | [number]) {
      super(...((given.length === 0 ? [right.now() + milliseconds] : given) as [number]))
    }
    static override now(): number {
      return right.now() + milliseconds
    }
  } as DateConstructor
}
