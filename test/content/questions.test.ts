import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { loadQuestions, type Question } from '../../src/content/questions.js'
import { facets } from '../../src/domain/note.js'

const questions = loadQuestions()
const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? []
const those = (isFaulty: (question: Question) => boolean): string[] =>
  questions.filter(isFaulty).map((question) => question.text)

describe('the question bank', () => {
  test.each(facets)('has at least fourteen questions about %s', (facet) => {
    expect(questions.filter((question) => question.facet === facet).length).toBeGreaterThanOrEqual(14)
  })

  test('asks openly: no question can be answered with yes or no', () => {
    expect(those(({ text }) => !/\b(?:what|how|where|who|whose|which|when)\b/i.test(text))).toEqual([])
    const closed = /(?:^|, )(?:do|does|did|is|are|was|were|can|could|would|will|should|have|has|may)\b/i
    expect(those(({ text }) => closed.test(text))).toEqual([])
  })

  test('speaks plainly: one short question each, without dashes', () => {
    expect(those(({ text }) => text.length >= 110 || text.length < 20)).toEqual([])
    expect(those(({ text }) => /\p{Pd}/u.test(text))).toEqual([])
    expect(those(({ text }) => text.split('?').length !== 2 || /[.!;:]/.test(text))).toEqual([])
  })

  test('sells nothing and probes no purse', () => {
    const selling =
      /\b(?:budgets?|prices?|pric(?:ed|ing)|costs?|spend\w*|buy\w*|bought|purchas\w*|sell\w*|s[oa]les?|quotes?|offers?|vendors?|suppliers?|competitors?|products?|contracts?|sign|signed|timelines?|solutions?|needs|requirements?|pain|value|invest\w*|return|roi|stakeholders?|strateg\w+|synerg\w+|leverage|onboard\w*|kpis?|switch|decisions?|approv\w+)\b/i
    expect(those(({ text }) => selling.test(text))).toEqual([])
  })

  test('leaves health, religion, politics and sex life alone', () => {
    const private_ =
      /\b(?:health\w*|ill|illness|sick|sleep\w*|stress\w*|tired|doctors?|medic\w+|diet|weight|pray\w*|church|faith|god|relig\w+|vot(?:e|es|ed|ing)|elections?|part(?:y|ies)|politic\w*|government|married|marriage|partner|love life|dating|pregnan\w+|age|old are you)\b/i
    expect(those(({ text }) => private_.test(text))).toEqual([])
  })

  test('has no two that are alike', () => {
    const small = new Set(
      'a an and are as at be do for from had has have here how i in is it like most of on or people that the they this to was what when where which who with work would you your'.split(
        ' ',
      ),
    )
    const bags = questions.map(({ text }) => ({
      text,
      words: new Set(wordsOf(text).filter((word) => !small.has(word))),
    }))
    const alike = bags.flatMap((one, index) =>
      bags.slice(index + 1).flatMap((other) => {
        const shared = [...one.words].filter((word) => other.words.has(word)).length
        const fewer = Math.min(one.words.size, other.words.size)
        return shared >= 2 && shared / fewer > 0.5 ? [`${one.text} / ${other.text}`] : []
      }),
    )
    expect(alike).toEqual([])
  })
})

describe('a question bank that somebody edited', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'questions-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const load = (content: unknown): readonly Question[] => {
    const path = join(folder, 'questions.json')
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
    return loadQuestions(pathToFileURL(path))
  }
  const changed = (index: number, change: Record<string, unknown>) =>
    questions.map((question, at) => (at === index ? { ...question, ...change } : question))

  test('may have more and other questions', () => {
    const added = { id: 'body-99', facet: 'body', text: 'What does the sea smell like from there?' }
    expect(load([...questions, added]).at(-1)).toEqual(added)
  })

  test.each([
    [
      'an unknown facet',
      changed(2, { facet: 'soul' }),
      /entry 3 \("story-03"\), facet: must be one of story, /,
    ],
    ['no text', changed(0, { text: undefined }), /entry 1 \("story-01"\), text: /],
    ['no question mark', changed(1, { text: 'Tell me.' }), /entry 2 \("story-02"\), text: must be one line/],
    [
      'a long text',
      changed(1, { text: `${'a'.repeat(110)}?` }),
      /entry 2 \("story-02"\), text: must be shorter/,
    ],
    ['an id twice', changed(4, { id: 'story-01' }), /entry 5 \("story-01"\), id: is there twice/],
    [
      'an id of another facet',
      changed(4, { id: 'body-77' }),
      /entry 5 \("body-77"\), id: must begin with its/,
    ],
    [
      'a word for an id',
      changed(4, { id: 'fifth' }),
      /entry 5 \("fifth"\), id: must be a facet and a number/,
    ],
    ['a stray key', changed(3, { texxt: '' }), /entry 4 \("story-04"\): .*texxt/],
    ['a number for an entry', [...questions, 7], new RegExp(`entry ${questions.length + 1}: `)],
    [
      'an empty facet',
      questions.filter(({ facet }) => facet !== 'body'),
      /the whole file: has no question .* body/,
    ],
    ['a map for a list', {}, /the whole file: /],
    ['half a file', '[{ "id": "story-01",', /is not JSON: /],
  ])('is refused for %s, naming the file and the entry', (_fault, content, message) => {
    expect(() => load(content)).toThrow(message)
    expect(() => load(content)).toThrow(/questions\.json/)
  })

  test('is refused when it is gone', () => {
    const nowhere = pathToFileURL(join(folder, 'gone.json'))
    expect(() => loadQuestions(nowhere)).toThrow(/gone\.json cannot be read/)
  })
})
