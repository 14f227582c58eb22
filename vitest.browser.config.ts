import { defineConfig } from 'vitest/config'

/** Tests in a real browser, of what `npm run prepare` has built. */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 60_000,
    // Each file drives a workspace and a browser of its own: more at once is slower on a small machine.
    fileParallelism: false,
  },
})
