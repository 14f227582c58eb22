import { describe, expect, test } from 'vitest'
import { refusalText } from '../../../src/slack/command/refusal-text.js'
import type { Verb } from '../../../src/slack/command/verbs.js'
import { read } from './reading.js'

const said = (text: string, who = 'frank'): string => {
  const { verb, details } = read(text)
  if (details?.kind !== 'refusal') throw new Error(`${text} was not refused`)
  return refusalText(details, { verb: verb as Verb, who })
}

describe('a refusal says what to type next', () => {
  test.each([
    [
      'add , CFO',
      'Who is it? The name comes first: `/person add Frank Ortiz, facilities manager at Acme Lighting`.',
    ],
    [
      'add Dana <@U1> <@U2>',
      'That mentions two people in Slack. Add them one at a time: `/person add Frank Ortiz, facilities manager at Acme Lighting`.',
    ],
    ['add someone', 'Someone, and where? Say what you know of them: `/person add someone, CFO at Acme`.'],
    [
      'role frank',
      'What does frank do now? For example `/person role frank VP operations at Globex since 1 nov`.',
    ],
    ['find', 'What shall I look for? For example `/person find concert`.'],
    [
      'heard frank',
      'What shall I keep about frank? For example `/person heard frank: my daughter starts at Ohio State`.',
    ],
    [
      'met frank tomorrow: x',
      '25 November 2026 is still to come. Say a day up to today: `/person met frank yesterday: walked the plant`.',
    ],
    [
      'met frank 31 february: x',
      'There is no such day as 31 february. Say it like `3 march` or `2026-03-03`: `/person met frank yesterday: walked the plant`.',
    ],
    ['met frank 12/3: x', 'Is 12/3 12 March 2026 or 3 December 2025? Pick one, or say it like `2026-03-12`.'],
    [
      'role frank CFO since may',
      'On which day? Instead of may, say it like `1 nov` or `2026-11-01`: `/person role frank VP operations at Globex since 1 nov`.',
    ],
    [
      'left frank for Globex',
      'Where somebody goes is a new role, and it closes the old one: `/person role frank VP operations at Globex`.',
    ],
    [
      'every frank',
      'How often would you like to be in touch? For example `/person every frank 3 weeks`, or `/person every frank never`.',
    ],
    [
      'every frank 0 weeks',
      'How often would you like to be in touch? For example `/person every frank 3 weeks`, or `/person every frank never`.',
    ],
    [
      'every frank 99 years',
      'Ten years is the longest that I can count. For example `/person every frank 10 years`, or `/person every frank never`.',
    ],
    [
      'promise frank send it by 31 november',
      'There is no such day as 31 november. Say it like `3 march`: `/person promise frank by friday: send the sample`.',
    ],
    [
      'promise frank send it by 1 november 2026',
      '1 November 2026 has passed. Say a day that is still to come: `/person promise frank by friday: send the sample`.',
    ],
    [
      'promise frank yesterday: send the sample',
      '23 November 2026 has passed. Say a day that is still to come: `/person promise frank by friday: send the sample`.',
    ],
    [
      'trigger frank 1 march 2026: lease ends',
      '1 March 2026 has passed. Say a day that is still to come: `/person trigger frank 1 march: lease ends`.',
    ],
    [
      'date frank 1 march 2026: concert',
      '1 March 2026 has passed. Say a day that is still to come, or that it comes back every year: `/person date frank 14 march: birthday`.',
    ],
    [
      'trigger frank lease ends',
      'On which day? Say it right behind the name, with a colon after it: `/person trigger frank 1 march: lease ends`.',
    ],
    [
      'date frank: birthday',
      'On which day? Say it right behind the name, with a colon after it: `/person date frank 14 march: birthday`.',
    ],
    [
      'date frank march 3 birthday',
      'Put the day right behind the name, with a colon after it: `/person date frank march 3: birthday`.',
    ],
    [
      'promise frank by friday send it',
      'Put the day right behind the name, with a colon after it: `/person promise frank by friday: send it`.',
    ],
    [
      'promise frank send it by friday',
      'Put the day right behind the name, with a colon after it: `/person promise frank by friday: send it`.',
    ],
    [
      'step frank by 5pm friday: signs',
      'On which day? Instead of 5pm friday, say it like `1 march`: `/person step frank by 12 dec: measures the ceiling height`.',
    ],
    [
      `trigger frank 1 march ${'long '.repeat(100)}`,
      'On which day? Say it right behind the name, with a colon after it: `/person trigger frank 1 march: lease ends`.',
    ],
    [
      'date frank birthday in march',
      'On which day? Instead of march, say it like `1 march`: `/person date frank 14 march: birthday`.',
    ],
    [
      'situation frank',
      'What is going on for frank? For example `/person situation frank: lease and energy costs; wants one vendor for both plants`.',
    ],
    [
      'trigger frank 1 march',
      'What happens on that day? For example `/person trigger frank 1 march: lease ends`.',
    ],
    [
      'promise frank',
      'What did you promise frank? For example `/person promise frank by friday: send the sample`.',
    ],
    [
      'step frank',
      'What did frank say they would do? For example `/person step frank by 12 dec: measures the ceiling height`.',
    ],
    ['date frank 14 march', 'What is on that day? For example `/person date frank 14 march: birthday`.'],
    [
      'ask frank',
      'What would you like to ask frank? For example `/person ask frank: what would the crew miss most?`',
    ],
    [
      'prefers frank',
      'How does frank like to be reached? For example `/person prefers frank: a call after 5`.',
    ],
    [
      'tie frank',
      'How are the two tied? I know reports to, introduced by, married to, listens to, works with, related to, friends with: `/person tie frank reports to susan`.',
    ],
    [
      'tie frank introduced Susan Mayer',
      'Say it from the other end: `/person tie Susan Mayer introduced by frank`.',
    ],
    ['tie frank is married to', 'Who is the other one? For example `/person tie frank married to susan`.'],
    ['at', 'At which company? For example `/person at acme`.'],
    [
      'home frank',
      "In which channel shall frank live? Pick it from Slack's list after `#`: `/person home frank #channel`, or `/person home frank here`.",
    ],
    [
      'hand frank',
      "To whom? Pick a teammate from Slack's list after `@`: `/person hand frank to @ana`, or `/person hand frank to me`.",
    ],
    [
      `add ${'F'.repeat(201)}`,
      'That name is longer than the 200 letters that I can keep. Please say it shorter: `/person add Frank Ortiz, facilities manager at Acme Lighting`.',
    ],
  ])('%s', (text, sentence) => {
    expect(said(text)).toBe(sentence)
  })

  test('a long or odd name stays short, in one piece and in its backticks', () => {
    const text = said('every frank', `\`${'🎉'.repeat(300)}\n`)
    expect(text.length).toBeLessThan(500)
    expect(text).toContain(`every '${'🎉'.repeat(58)}… 3 weeks`)
    expect(said('every frank', '')).toContain('every frank 3 weeks')
  })
})
