import { expect, it } from 'vitest'
import { bareWords } from '../../../src/slack/minding/bare-words.js'

const words = (text: string) =>
  bareWords(text)
    .replace(/[ \t]*\|[ \t]*/g, ' | ')
    .replace(/ *\n */g, '\n')
    .trim()

it.each([
  ['call *the leads* today', 'call the leads today'],
  ['_hot leads_, ~cold leads~', 'hot leads, cold leads'],
  ['some_name stays', 'some_name stays'],
  ['in `our leads` code', 'in | code'],
  ['```\nour leads\n``` after', '| after'],
  ['```\nour leads, never closed', '|'],
  ['&gt; our leads\nmine', '|\nmine'],
  ['before\n&gt;&gt;&gt; our leads\nall of it', 'before\n|'],
  ['the <https://x.example/leads|our leads> page', 'the | page'],
  ['<@U1> and <#C1|our-leads> and <!here>', '| and | and |'],
  ['a :hot-leads: emoji', 'a | emoji'],
  ['they said "our leads" and “hot leads”', 'they said | and |'],
  ["they're not 'leads' to me", "they're not | to me"],
  ['R&amp;D', 'R&D'],
])('of %j what is said in their own words', (text, own) => {
  expect(words(text)).toBe(own)
})
