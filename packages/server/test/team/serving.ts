// A team's server as a process of its own, which tests kill.
import { serveTeam } from '../../src/team/index.ts'

const serving = await serveTeam({
  ...JSON.parse(process.argv[2] ?? '{}'),
  environment: {},
  report: (error) => console.error(error),
  log: { level: 'warn', write: (line) => void process.stderr.write(line) }
})
process.stdout.write(
  `${JSON.stringify({ at: serving.at, setup: serving.setup, metrics: serving.metrics })}\n`
)
