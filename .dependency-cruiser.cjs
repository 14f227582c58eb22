/**
 * Who may import whom; see docs/adr/0001. dependency-cruiser reads TypeScript below 7 only, so swc parses for it:
 * without `parser: 'swc'` it would see nothing and pass. A test plants a forbidden import to see it fail.
 */
const layer = (name, may, comment) => ({
  name: `${name}-imports`,
  comment,
  severity: 'error',
  from: { path: `^src/${name}/` },
  to: { pathNot: may },
})
const builtin = (...names) => `^(node:)?(${names.join('|')})$`
const npm = (...names) => `node_modules/(${names.join('|')})/`

/** Steps and read models that several use cases share. */
const steps = [
  'archive/archive',
  'entries/entry',
  'entries/fields',
  'ties/circle',
  'export/dossier',
  'forgetting/goes-with',
  'ties/tie-refusal',
  'home/promised',
  'home/role-news',
  'home/some',
  'home/unattended',
  'home/waiting',
  'interactions/asides',
  'interactions/write-contact',
  'notes/first-tender',
  'merges/both-of',
  'merges/taken-apart',
  'nudges/brought-up',
  'nudges/compose-notice',
  'nudges/compose-post',
  'nudges/mendable',
  'nudges/drafts',
  'nudges/hearers',
  'nudges/near-days',
  'nudges/post-model',
  'nudges/speakable',
  'nudges/told-where',
  'nudges/why-model',
  'people/card-model',
  'people/each-once',
  'people/first-contact',
  'people/give-to',
  'people/handed',
  'people/history-entry',
  'people/introduction',
  'people/may-receive',
  'people/place-of-introduction',
  'people/turns',
  'people/worth-asking',
  'roles/held-here',
  'settings/announce',
  'settings/settable',
]

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or three.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nobody imports is an entry point or dead.',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [
          '^src/(main|nudge|forget|export|import)\\.ts$',
          '^src/practice/main(-bot)?\\.ts$',
          '\\.d\\.ts$',
        ],
      },
      to: {},
    },
    {
      name: 'not-resolvable',
      comment: 'What cannot be found cannot be judged.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    layer(
      'domain',
      ['^src/domain/', npm('date-fns', '@date-fns')],
      'The domain knows nothing of Slack, SQL or the clock.',
    ),
    layer('app', ['^src/app/', '^src/domain/'], 'Use cases know the domain and their ports.'),
    layer(
      'content',
      ['^src/content/', '^src/domain/', npm('zod'), builtin('fs', 'url')],
      'Content is data with a shape.',
    ),
    layer(
      'documents',
      ['^src/documents/', '^src/app/', '^src/domain/', npm('zod'), builtin('fs', 'fs/promises', 'path')],
      'A document is made of a model, or read into one.',
    ),
    layer(
      'store',
      [
        '^src/store/',
        '^src/domain/',
        '^src/app/(ports|ports/[a-z]+|outcome)\\.ts$',
        npm('kysely', 'better-sqlite3', 'pg', '@types/better-sqlite3', '@types/pg'),
        builtin(
          'child_process',
          'crypto',
          'fs',
          'fs/promises',
          'module',
          'path',
          'timers/promises',
          'url',
          'util',
        ),
      ],
      'The store serves the ports and knows no use case.',
    ),
    {
      name: 'sql-stays-in-the-store',
      comment: 'Nobody else speaks SQL.',
      severity: 'error',
      from: { pathNot: '^src/store/' },
      to: { path: npm('kysely', 'better-sqlite3', 'pg') },
    },
    layer(
      'scheduler',
      ['^src/scheduler/', '^src/app/', '^src/domain/', npm('node-cron')],
      'The scheduler beats; use cases decide.',
    ),
    layer(
      'slack',
      [
        '^src/slack/',
        '^src/app/',
        '^src/domain/',
        '^src/content/',
        '^src/documents/[a-z-]+\\.ts$',
        '^src/(logging|config)\\.ts$',
        npm('@slack', 'zod', 'undici', 'chrono-node'),
        builtin('crypto', 'http', 'events', 'timers/promises', 'net', 'stream'),
      ],
      'Slack at the edge.',
    ),
    {
      name: 'views-are-pure',
      comment: 'A view makes blocks of a model, and does nothing else.',
      severity: 'error',
      from: { path: '^src/slack/views/' },
      to: {
        pathNot: [
          '^src/slack/views/',
          '^src/slack/(answer|action-ids)\\.ts$',
          '^src/slack/command/',
          '^src/domain/',
          '^src/app/',
          npm('@slack/types'),
        ],
      },
    },
    {
      name: 'no-use-case-calls-another',
      comment:
        'One verb a file, called from the edges. What two use cases need is a step of its own, and is listed here.',
      severity: 'error',
      from: {
        path: '^src/app/(people|notes|roles|entries|interactions|reactions|nudges|commitments|dates|questions|ties|merges|forgetting|settings|home|export|archive|take-back)',
      },
      to: {
        path: '^src/app/(people|notes|roles|entries|interactions|reactions|nudges|commitments|dates|questions|ties|merges|forgetting|settings|home|export|archive|take-back)',
        pathNot: `^src/app/(${steps.join('|')})\\.ts$`,
      },
    },
    {
      name: 'practice-is-apart',
      comment: 'Nothing in the product imports the practice workspace.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/practice/' },
      to: { path: '^src/practice/' },
    },
    {
      name: 'practice-sees-slack-alone',
      comment: 'The strict Slack must not know the bot: only its entry point joins the two.',
      severity: 'error',
      from: { path: '^src/practice/', pathNot: '^src/practice/(main|seed)[^/]*\\.ts$' },
      to: { path: '^src/', pathNot: '^src/practice/' },
    },
    {
      name: 'only-the-page-needs-its-packages',
      comment: 'A production install has none of them.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: npm('preact', 'vite', 'axe-core', 'playwright-core') },
    },
    {
      name: 'composed-by-entry-points',
      comment: 'Adapters are joined in one place.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(main|nudge|forget|export|import|practice/main[a-z-]*)\\.ts$' },
      to: { path: '^src/compose(-archive)?\\.ts$' },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    // swc reads no TSX here; a test holds the page's own imports (test/practice/page/apart.test.ts).
    exclude: { path: '^src/practice/page/app/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
    moduleSystems: ['es6'],
  },
}
