import { defineConfig } from 'vitest/config'

/** `--mode full` tries laws under all their seeds (packages/core/test/laws.ts). */
export default defineConfig(({ mode }) => ({
  test: {
    include: ['packages/*/test/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
    testTimeout: 60_000,
    pool: 'forks',
    env: mode === 'full' ? { TRUCE_LAWS: 'full' } : {}
  }
}))
