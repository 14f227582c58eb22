import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // In a real browser: vitest.browser.config.ts.
    exclude: ['test/browser/**'],
    // PostgreSQL, and the compiled program for tests with real processes: once for all files.
    globalSetup: ['test/support/postgres.ts', 'test/support/process-build.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    coverage: {
      include: ['src/domain/**', 'src/app/**'],
      thresholds: { branches: 95 },
    },
  },
})
