import { defineConfig } from 'vitest/config'

/** `npm run screenshots`: the pictures of README and docs, from a clock that stands still. */
export default defineConfig({
  test: { include: ['test/browser/pictures/*.ts'], testTimeout: 120_000, fileParallelism: false },
})
