import { existsSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

/** Whole teams, and use cases over a real store: what the product does, on whichever engine. */
const product = [
  'test/stories',
  'test/transcripts',
  'test/visibility',
  'test/app',
  'test/content',
  'test/slack/forged',
  'test/slack/importing',
  'test/slack/installing',
  'test/fuzz/hooks',
  'test/fuzz/slack',
].map((folder) => `${folder}/**/*.test.ts`)

/** Those of them that ask most of SQL: they run on both engines always. */
const onBoth = [
  'test/transcripts/transcripts',
  'test/app/coming-up',
  'test/app/likely-doubles',
  'test/app/people',
  'test/app/planning',
  ...[
    'card',
    'companies',
    'digest',
    'first-look',
    'forget',
    'frank',
    'home',
    'import',
    'import-news',
    'merging',
    'nudge-buttons',
    'one-that-fails',
    'settings',
    'shortcuts',
    'sources',
    'undo',
    'whom',
  ].map((story) => `test/stories/${story}`),
].map((file) => `${file}.test.ts`)
for (const file of onBoth)
  if (!existsSync(file)) throw new Error(`${file} is to run on both engines, and is not there.`)

/** `STORIES_ON=postgres` runs all of the product's tests on PostgreSQL, and nothing else. */
const isAllOnPostgres = process.env.STORIES_ON === 'postgres'

const patience = { testTimeout: 30_000, hookTimeout: 60_000 }
/** A server answers more slowly than a file does, the more so where two cores have other things to do. */
const morePatience = { testTimeout: 60_000, hookTimeout: 60_000 }

const all = {
  // Those in a real browser: vitest.browser.config.ts.
  test: { name: 'all', include: ['test/**/*.test.ts'], exclude: ['test/browser/**'], ...patience },
}
const postgres = {
  test: {
    name: 'postgres',
    include: isAllOnPostgres ? product : onBoth,
    provide: { engine: 'PostgreSQL' as const },
    ...morePatience,
  },
}

export default defineConfig({
  test: {
    projects: isAllOnPostgres ? [postgres] : [all, postgres],
    // PostgreSQL, and the compiled program for tests with real processes: once for all files.
    globalSetup: ['test/support/postgres.ts', 'test/support/process-build.ts'],
    coverage: {
      include: ['src/domain/**', 'src/app/**'],
      thresholds: { branches: 95 },
    },
  },
})
