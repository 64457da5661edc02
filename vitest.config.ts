import { defineConfig } from 'vitest/config'

/** `--mode full` tries laws under all their seeds (packages/core/test/laws.ts). */
export default defineConfig(({ mode }) => ({
  test: {
    include: ['packages/*/test/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
    testTimeout: 60_000,
    pool: 'forks',
    // Every core: left to itself the runner keeps one of them idle, which is half of a small machine.
    maxWorkers: '100%',
    env: mode === 'full' ? { TRUCE_LAWS: 'full' } : {}
  }
}))
