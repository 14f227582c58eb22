import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { botTexts } from './content/bot-texts.js'

const root = fileURLToPath(new URL('..', import.meta.url))

/** The words that never stand for people, in every form. Verbs count too: the bot has others to choose from. */
const banned: Record<string, RegExp> = {
  lead: /lead(?:s|ing)?|led/,
  prospect: /prospect(?:s|ed|ing|ive)?/,
  account: /account(?:s|ed|ing)?/,
  target: /target(?:s|t?ed|t?ing)?/,
  persona: /persona[se]?/,
  'decision maker': /decision[\s_\p{Pd}]*makers?/u,
  pipeline: /pipelines?/,
  deal: /deal(?:s|t|ings?)?/,
  overdue: /overdue/,
  resource: /resourc(?:es?|ed|ing)/,
  audience: /audiences?/,
}

/** Where one of the words may stand after all. Add to it only with a reason that a reader would accept. */
const allowed: readonly { readonly text: RegExp; readonly in: RegExp; readonly because: string }[] = [
  {
    text: /(?<![\p{L}\p{N}_])\/persona(?![\p{L}\p{N}_])/gu,
    in: /^src\//,
    because: 'the command for marketing is called so',
  },
  {
    text: /\b[Aa]ccount(?: [Nn]ame| [Ii][Dd])?\b(?=['",]|$)/g,
    in: /^(?:src\/documents\/contact-files\/csv-formats\.ts|data\/samples\/salesforce-report\.csv)$/,
    because: 'a column of Salesforce',
  },
  {
    text: /^.*$/g,
    in: /^data\/minded-words\.txt$/,
    because: 'the very words that are minded, so that they can be found; nobody is shown them',
  },
  { text: /\bLED\b/g, in: /^(?:src|data)\//, because: 'a kind of lamp' },
  {
    text: /\btarget="|\.(?:current)?[tT]arget\b/g,
    in: /^src\/practice\//,
    because: 'HTML and the DOM in the text of the practice page; nobody reads it',
  },
]

const bannedIn = (text: string, path: string): string[] => {
  const rest = allowed
    .filter((exception) => exception.in.test(path))
    .reduce((left, exception) => left.replace(exception.text, ' '), text)
  return Object.entries(banned)
    .filter(([, forms]) =>
      new RegExp(`(?<![\\p{L}\\p{N}_])(?:${forms.source})(?![\\p{L}\\p{N}_])`, 'iu').test(rest),
    )
    .map(([word]) => word)
}

const filesUnder = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()

const read = (path: string): string => readFileSync(join(root, path), 'utf8')

const faultsIn = (path: string, texts: readonly string[]): string[] =>
  texts.flatMap((text) => bannedIn(text, path).map((word) => `${path}: "${word}" in ${JSON.stringify(text)}`))

describe('the words that never stand for people', () => {
  test('are in no text of the code', () => {
    const sources = filesUnder('src').filter((path) => path.endsWith('.ts'))
    expect(sources.length).toBeGreaterThan(0)
    expect(sources.flatMap((path) => faultsIn(path, botTexts(read(path), path)))).toEqual([])
  })

  test('are in nothing that is shipped as content', () => {
    // The default database lives here as well; what stands in it was typed by users.
    const content = filesUnder('data').filter((path) => !/\.db(?:-\w+)?$/.test(path))
    expect(content).toContain('data/questions.json')
    expect(content.flatMap((path) => faultsIn(path, read(path).split('\n')))).toEqual([])
  })
})

describe('the watch itself', () => {
  const found = (source: string, path = 'src/slack/views/card.ts'): string[] =>
    botTexts(source, path).flatMap((text) => bannedIn(text, path))

  test.each([
    ["const text = 'Frank is overdue'", ['overdue']],
    ["button('Overdue')", ['overdue']],
    ['const text = `$' + "{n} deals with the account's leads`", ['lead', 'account', 'deal']],
    ["say('Ask the decision ' + 'maker ' + name)", ['decision maker']],
    ["const headings = ['Prospects']", ['prospect']],
    ["const labels = { label: 'audience', 'Your pipeline': 1 }", ['audience', 'pipeline']],
    ["if (kind === 'left') say('This leads to nothing')", ['lead']],
    ["const lines = ['decision-makers', 'TARGETED', '/personas']", ['decision maker', 'target', 'persona']],
  ])('finds them in %s', (source, words) => {
    expect(found(source).sort()).toEqual([...words].sort())
  })

  test.each([
    '// overdue leads\n/* deals */ const audience = resource',
    "import { audience } from './audience.js'; await import('./target.js')",
    "type Target = 'audience' | `target-$" + '{string}`',
    "if (row['audience'] === 'audience') kind = { kind: 'audience', 'target': 1 }",
    "switch (code) { case 'account': break }",
    "say('Leaderless, misleading, personable; the LED strip; a dealer; /persona')",
    'const isQuote = /["\']overdue["\']/',
  ])('leaves alone %s', (source) => {
    expect(found(source)).toEqual([])
  })

  test('takes a single word in the store for a column, and SQL for no text', () => {
    expect(found("db.selectFrom('audience'); sql`select * from target`", 'src/store/search.ts')).toEqual([])
    expect(found("throw new Error('no such account')", 'src/store/search.ts')).toEqual(['account'])
  })

  test('allows the command for marketing in the code and nowhere else', () => {
    expect(bannedIn('Type /persona', 'src/slack/help.ts')).toEqual([])
    expect(bannedIn('Type /persona', 'data/practice-people.json')).toEqual(['persona'])
  })
})
