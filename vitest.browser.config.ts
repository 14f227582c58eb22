import { defineConfig } from 'vitest/config'
import { resolve } from './test/support/resolving.js'

/** Tests in a real browser, of what `npm run prepare` has built. */
export default defineConfig({
  resolve,
  test: {
    include: ['test/browser/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 60_000,
    // Each file drives a workspace and a browser of its own: more at once is slower on a small machine.
    fileParallelism: false,
  },
})
