import { defineConfig } from 'vitest/config'
import { resolve } from './test/support/resolving.js'

/** `npm run screenshots`: the pictures of README and docs, from a clock that stands still. */
export default defineConfig({
  resolve,
  test: { include: ['test/browser/pictures/*.ts'], testTimeout: 120_000, fileParallelism: false },
})
