import type { ReadQuote } from '../app/quotes/as-read.js'
import type { LocalDate } from '../domain/local-time.js'
import { fold } from '../domain/names.js'
import type { Document } from './person-files.js'

/** What people said about a topic, as Markdown. `saidBy` puts into words what is said of whoever said it. */
export const wordsFile = (
  topic: string,
  quotes: readonly ReadQuote[],
  on: LocalDate,
  saidBy: (quote: ReadQuote) => string,
): Document => {
  const name = `in-their-words-${plainName(topic)}.md`
  const said = quotes.map((quote) => `${quoted(quote.words)}\n>\n> — ${escaped(saidBy(quote))}`)
  const title = `# In their words: ${escaped(topic.replace(/\s+/gu, ' ').trim())}`
  const whole = [title, `As of ${on}. Without names; whoever wrote it down let it be quoted.`, ...said]
  return { name, title: name, text: `${whole.join('\n\n')}\n` }
}

const quoted = (words: string): string =>
  words
    .split(/\r?\n/)
    .map((line) => `> ${escaped(line)}`.trimEnd())
    .join('\n')

/** What people said is no markup: neither of Markdown, nor of HTML in it. */
const escaped = (text: string): string =>
  text
    .replace(/[\\`*_{}[\]<>#|~!&]/g, '\\$&')
    .replace(/^(\s*)([-+=])/gmu, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/gmu, '$1\\$2')

const plainName = (topic: string): string =>
  fold(topic)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '') || 'topic'
