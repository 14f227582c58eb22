import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { resolve } from './test/support/resolving.js'

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

const inFolders = (folders: readonly string[]) => folders.map((folder) => `test/${folder}/**/*.test.ts`)
/** Real processes, real minutes or a measure, which would feel a neighbour: one file at a time. */
const alone = [
  ...inFolders(['bench', 'cluster', 'guard', 'processes', 'scheduler']),
  'test/stories/everything-known.test.ts',
  'test/stories/import-goes-on.test.ts',
]
/** Those that compute for a minute or more. */
const long = inFolders(['simulation', 'visibility', 'fuzz', 'slack/forged'])
const stories = inFolders(['stories', 'transcripts'])
/** In a real browser: vitest.browser.config.ts. */
const browser = 'test/browser/**'

const patience = { testTimeout: 30_000, hookTimeout: 60_000 }
/** A neighbour, or a server, makes what computes for long slower than it is alone. */
const morePatience = { testTimeout: 60_000, hookTimeout: 60_000 }
/** As many files at a time as there are cores, each in a process of its own, which whole teams would fill. */
const beside = { maxWorkers: availableParallelism(), sequence: { groupOrder: 1 }, ...morePatience }
/** So many small ones that to start a process for each would cost more than they do: one takes file after file. */
const shared = { isolate: false, ...beside }
const afterwards = { maxWorkers: 1, sequence: { groupOrder: 2 }, ...patience }
// Of one group the first by name begins, so that the long ones are not waited for at the end.
const projects = [
  { test: { name: 'long', include: long, ...beside } },
  { test: { name: 'stories', include: stories, exclude: alone, ...beside, ...patience } },
  {
    test: {
      name: 'together',
      include: ['test/**/*.test.ts'],
      exclude: [browser, ...alone, ...long, ...stories],
      ...shared,
    },
  },
  { test: { name: 'alone', include: alone, ...afterwards } },
]
const postgres = {
  test: {
    name: 'postgres',
    include: isAllOnPostgres ? product : onBoth,
    provide: { engine: 'PostgreSQL' as const },
    ...beside,
  },
}

export default defineConfig({
  test: {
    projects: (isAllOnPostgres ? [postgres] : [...projects, postgres]).map((project) => ({
      resolve,
      ...project,
    })),
    // PostgreSQL, and the compiled program for tests with real processes: once for all files.
    globalSetup: ['test/support/postgres.ts', 'test/support/process-build.ts'],
    coverage: {
      include: ['src/domain/**', 'src/app/**'],
      thresholds: { branches: 95 },
    },
  },
})
