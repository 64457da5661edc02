import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './test/order.ts'

/** Tests of what a browser runs: the bundler has to read these files, and one is made to look like a browser. */
const PAGE = [
  'packages/web/test/page/**/*.test.{ts,tsx}',
  'packages/web/test/{asking,channel,presence,state,words}.test.ts'
]

/** `--mode full` tries laws under all their seeds (packages/core/test/laws.ts). */
export default defineConfig(({ mode }) => ({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // Two more than there are cores: many tests wait for a server, a database or a browser, which are
    // processes of their own.
    maxWorkers: availableParallelism() + 2,
    env: mode === 'full' ? { TRUCE_LAWS: 'full' } : {},
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        oxc: { jsx: { development: false } },
        test: {
          name: 'page',
          include: PAGE,
          // One process takes many files, as below; each of them leaves the page, and the next opens another.
          isolate: false,
          environment: './packages/web/test/page/environment.ts',
          // Hardly anything here runs so often that the last of the compilers pays, which takes a sixth of
          // the time; the one before it is there for what does.
          execArgv: ['--max-semi-space-size=32', '--no-turbofan'],
          // React as it is shipped, which takes less time; a full run takes the one for developers, which
          // under `StrictMode` draws everything twice.
          env: { NODE_ENV: mode === 'full' ? 'test' : 'production' }
        }
      },
      {
        extends: true,
        test: {
          name: 'node',
          include: ['packages/*/test/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
          exclude: PAGE,
          // One process takes many files one after the other: what they import is then loaded once,
          // and not a hundred times, and what is run often stays compiled.
          isolate: false,
          // Young objects die before they are looked at twice: less time goes into collecting them.
          execArgv: ['--max-semi-space-size=32'],
          // Node runs the sources as they are, as for everybody else; the bundler's own loader makes
          // every call across modules dearer.
          experimental: { viteModuleRunner: false, nodeLoader: false }
        }
      }
    ]
  }
}))
