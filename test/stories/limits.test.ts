import { describe, expect, it } from 'vitest'
import type { SeenMessage } from '../../src/practice/sight/seen.js'
import { asked, handedIn, opened, pressed, told, types } from '../support/doing.js'
import { aTeam, type Team } from '../support/team.js'

/** What people type that Slack could take for something else, or that is hard to draw. */
const odd: Readonly<Record<string, string>> = {
  markup: '<!channel> & <https://x|y> *bold* _i_ `code` ~s~ @here #general :tada: > quote',
  emoji: '👩🏽‍🚀🇧🇷🙂 ﷽ Z̷̛a̵l̶g̴o̷',
  'right to left': 'فرانك أورتيز ‮ مدير العمليات שלום',
}
const nothingLive = { broadcasts: [], links: [], autoLinks: [] }

/** Everything of the bot's that anybody can see anywhere: it rings nobody and links nothing. */
const isHarmless = ({ slack, ana, ben }: Team): void => {
  for (const { id } of slack.places.all())
    for (const userId of [ana, ben])
      for (const seen of slack.seenBy(userId, id).filter((each) => each.user === slack.botUserId)) {
        const live = slack.liveMarkup(seen)
        expect(live, slack.visibleText(seen)).toMatchObject(nothingLive)
        // Nobody but teammates who are named in the bot's own words.
        for (const mentioned of live.users) expect([ana, ben]).toContain(mentioned)
      }
  expect(slack.problems).toEqual([])
}
/** As it reads without the signs that keep right-to-left text apart, and without line ends. */
const flat = (text: string): string => text.replace(/[\u2066-\u2069]/g, '').replace(/\s+/g, ' ')
const reads = (team: Team, message: SeenMessage): string => flat(team.slack.visibleText(message))

describe.each(Object.entries(odd))('%s in every field', (_, text) => {
  it('is shown as typed, rings nobody and links nothing', async () => {
    const team = await aTeam()
    const { ana, ben, customers, slack } = team
    const sees = (message: SeenMessage) => expect(reads(team, message)).toContain(flat(text))
    const added = await asked(team, ana, customers, `/person add ${text}, head ${text} at Acme ${text}`)
    expect(reads(team, added)).toContain('Good to know')
    // Whatever the name is, somebody with a plain one carries the rest.
    await types(team, ana, customers, 'add Frank Ortiz, buyer at Initech')
    sees(await asked(team, ana, customers, `/person role frank chief ${text} at Globex ${text}`))
    sees(await asked(team, ana, customers, `/person note frank ${text} concert`))
    sees(await asked(team, ana, customers, `/person heard frank ${text}`))
    sees(await asked(team, ana, customers, `/person met frank 60 days ago: ${text} "${text}"`))
    const edit = await (await slack.as(ana).command(customers, '/person edit frank')).modal()
    await handedIn(team, ana, edit, {
      prefers: text,
      addresses: `https://x.example/<!here>&*b*\nfrank@acme.example`,
    })
    const card = await asked(team, ana, customers, '/person frank')
    sees(card)
    expect(reads(team, card)).toContain('https://x.example/<!here>&*b*')
    const more = await pressed(team, ana, card, 'More')
    sees(more)
    for (const nth of [0, 1, 2])
      expect(flat(slack.visibleText(await opened(team, ana, more, 'Edit', { nth })))).toContain(flat(text))
    sees(await asked(team, ana, customers, '/person find concert'))
    sees(await asked(team, ana, customers, `/person find ${text}`))
    await asked(team, ana, customers, '/person due')
    await asked(team, ana, customers, '/person')
    for (const line of [
      `show ${text}`,
      text,
      `note Nobody ${text}: ${text}`,
      `add ${text}, head at Acme`,
      `every frank ${text}`,
      `help ${text}`,
      `hand frank to ${text}`,
      `frank ${text}`,
    ])
      await asked(team, ana, customers, `/person ${line}`)
    const called = await asked(team, ana, customers, `/person due`)
    expect(reads(team, called)).toContain('Frank Ortiz')

    await team.pass('2026-11-24T16:00:00.000Z')
    const nudge = slack
      .seenBy(ana, customers)
      .find((seen) => seen.user === slack.botUserId && !seen.isEphemeral)
    if (nudge === undefined) throw new Error('no nudge')
    sees(nudge)
    const form = await opened(team, ben, nudge, 'I reached out')
    await handedIn(team, ben, form, { text, on: '2026-11-21' })
    const said = await slack.as(ben).say(customers, `Frank Ortiz: ${text}`)
    await told(team, ana, () => slack.as(ana).react(customers, said.ts, 'ear'))
    sees(await asked(team, ana, customers, '/person frank'))
    isHarmless(team)
  })

  it('names somebody who can be called, found, nudged about, handed over and moved', async () => {
    const team = await aTeam()
    const { ana, customers, quiet, slack } = team
    const name = text.replaceAll(',', '')
    await types(team, ana, quiet, `add ${name}`)
    const due = await asked(team, ana, quiet, '/person due')
    expect(reads(team, due)).toContain(flat(name))
    const who = `"${name}"`
    for (const line of [
      `met ${who} : hello`,
      `every ${who} 3 weeks`,
      `left ${who}`,
      `role ${who} buyer at Acme`,
      `left ${who}`,
      `hand ${who} to me`,
      `home ${who} <#${customers}>`,
      `edit ${who}`,
      `note ${who}: hello`,
    ])
      await (await slack.as(ana).command(quiet, `/person ${line}`)).outcome()
    isHarmless(team)
  })
})

describe('long texts', () => {
  it('a note of 4,000 characters is kept, shown, found, and put right or told why not', async () => {
    const team = await aTeam()
    const { ana, customers, slack } = team
    await types(team, ana, customers, 'add Frank Ortiz')
    const long = `begin ${'the quick & <brown> fox 🦊 '.repeat(200)}`
      .slice(0, 3_990)
      .replace(/[\uD800-\uDBFF]$/, '')
    for (const line of [`note frank ${long} end`, `heard frank ${long} end`, `called frank: "${long}" end`])
      await types(team, ana, customers, line)
    const more = await pressed(team, ana, await asked(team, ana, customers, '/person frank'), 'More')
    expect(reads(team, more)).toContain(flat(long))
    expect(slack.visibleText(await opened(team, ana, more, 'Edit', { nth: 0 }))).toContain(
      'longer than a form',
    )
    await asked(team, ana, customers, '/person find fox')
    await pressed(team, ana, more, 'Older')
    await types(
      team,
      ana,
      customers,
      `frank ${long}`,
      `met frank 30 february: ${long}`,
      `fronk ${long}`,
      long,
    )
    await team.pass('2027-01-05T16:00:00.000Z')
    expect(team.posts(customers)).toHaveLength(1)
    isHarmless(team)
  })

  it('names, titles and companies of 200 signs are kept, and longer ones refused', async () => {
    const team = await aTeam()
    const { ana, customers } = team
    const names = ['n'.repeat(200), '🦊'.repeat(200), `${'ab '.repeat(66)}ab`]
    for (const [index, name] of names.entries()) {
      const title = 't'.repeat(199) + index
      const reply = await team.types(ana, customers, `/person add ${name}, ${title} at ${'c'.repeat(200)}`)
      expect(reply).toContain('Good to know')
      expect(await team.types(ana, customers, `/person note "${name}" : hello`)).toContain('hello')
      expect(await team.types(ana, customers, `/person add ${name}x`)).toContain('longer than')
    }
    for (const line of [
      'due',
      'find hello',
      'find n',
      'n',
      names[0] ?? '',
      `met ${names[0]} 60 days ago: hello`,
    ])
      await types(team, ana, customers, line)
    await team.pass('2026-11-24T16:00:00.000Z')
    isHarmless(team)
  })

  it('many roles, addresses, contacts and teammates are one card still', async () => {
    const team = await aTeam()
    const { ana, customers, slack } = team
    await types(team, ana, customers, 'add Frank Ortiz')
    for (let n = 0; n < 12; n++)
      await types(
        team,
        ana,
        customers,
        `role frank also adviser ${n} at Company ${n}`,
        `met frank: ${'words '.repeat(60)}`,
      )
    const form = await (await slack.as(ana).command(customers, '/person edit frank')).modal()
    await handedIn(team, ana, form, {
      addresses: Array.from({ length: 60 }, (_, n) => `f${n}@acme.example`).join('\n'),
    })
    for (const line of ['frank', 'due', 'find adviser', 'find words'])
      expect(await team.types(ana, customers, `/person ${line}`)).toContain('Frank Ortiz')
    let more = await pressed(team, ana, await asked(team, ana, customers, '/person frank'), 'More')
    while (slack.visibleText(more).includes('[Older]')) more = await pressed(team, ana, more, 'Older')
    isHarmless(team)
  })
})

describe('300 people called Frank', () => {
  it('are told apart a page at a time, or by typing more; due and find have pages too', async () => {
    const team = await aTeam()
    const { ana, customers, slack } = team
    for (let n = 0; n < 300; n++)
      await types(team, ana, customers, `add Frank Number${n}, buyer at Company ${n}`)
    let question = await asked(team, ana, customers, '/person note frank likes jazz')
    expect(slack.visibleText(question)).toContain('of 300')
    const seen = new Set<string>()
    for (let page = 0; page < 40; page++) {
      for (const [name] of slack.visibleText(question).matchAll(/Number\d+(?= ·)/g)) seen.add(name)
      if (!slack.visibleText(question).includes('[More people]')) break
      question = await pressed(team, ana, question, 'More people')
    }
    expect(seen.size).toBe(300)
    question = await pressed(team, ana, question, 'Back')
    const [last = ''] = /Number\d+/.exec(slack.visibleText(question)) ?? []
    await pressed(team, ana, question, new RegExp(`${last} `))
    expect(await team.types(ana, customers, `/person frank ${last}`)).toContain('likes jazz')
    expect(await team.types(ana, customers, '/person frank number77')).toContain('Company 77')

    const said = await slack.as(ana).say(customers, 'Frank was well')
    const about = await told(team, ana, () => slack.as(ana).react(customers, said.ts, 'memo'))
    expect(await slack.as(ana).suggest(about, 'someone-else', 'fra')).not.toEqual([])
    let due = await asked(team, ana, customers, '/person due')
    for (let page = 0; page < 19; page++) due = await pressed(team, ana, due, 'Further on')
    expect(slack.visibleText(due)).not.toContain('[Further on]')
    due = await pressed(team, ana, due, 'Back')
    for (let n = 0; n < 20; n++) await types(team, ana, customers, `note frank number${n}: concert ${n}`)
    let found = await asked(team, ana, customers, '/person find concert')
    const first = slack.visibleText(found)
    found = await pressed(team, ana, found, 'More')
    found = await pressed(team, ana, found, 'More')
    expect(slack.visibleText(found)).toContain('concert 0')
    found = await pressed(team, ana, found, 'Back')
    found = await pressed(team, ana, found, 'Back')
    expect(slack.visibleText(found)).toBe(first)
    // The first contacts are spread over working mornings, five on each.
    const page = await team.types(ana, customers, '/person due')
    expect(page.split('21 Dec')).toHaveLength(6)
    isHarmless(team)
  }, 120_000)
})
