import { describe, expect, test } from 'vitest'
import { facetsIn, quotedIn } from '../../src/domain/note.js'

describe('what a note is about', () => {
  test.each([
    ['proud of his team #feeling', ['feeling']],
    ['#Story and #BODY, #story again', ['story', 'body']],
    ['(#thought) #situation.', ['situation', 'thought']],
    ['#birthday is no facet, nor is #stories', []],
    ['a#story, ##story and &#story are no hashtags', []],
    ['story without a hash', []],
    ['', []],
  ])('%s', (text, found) => {
    expect([...facetsIn(text)].sort()).toEqual([...found].sort())
  })
})

describe("somebody's own words in an account", () => {
  test.each([
    ['walked the plant; "nobody asks the crew" he said', ['nobody asks the crew']],
    [
      '“one thing at a time”, then „langsam bitte“ and «encore une fois»',
      ['one thing at a time', 'langsam bitte', 'encore une fois'],
    ],
    ["he doesn't know what it's worth", []],
    ['an open " only', []],
    ['""', []],
    ['"   "', []],
    ['', []],
  ])('%s', (text, quotes) => {
    expect(quotedIn(text)).toEqual(quotes)
  })
})
