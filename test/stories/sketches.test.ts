import { describe, expect, it } from 'vitest'
import type { SeenMessage } from '../../src/practice/sight/seen.js'
import { asked, handedIn, opened, pressed, sentBack, types } from '../support/doing.js'
import { aTeamWithFrank, reads, withoutProblems } from '../support/knowing-frank.js'
import type { Team } from '../support/team.js'

const plant = '/persona Plant managers: price comes first; they decide alone'

/** The page on which a sketch is held against somebody. */
const tryOn = async (team: Team, who: string, userId = team.ana, place = team.customers) => {
  const card = await asked(team, userId, place, `/person ${who}`)
  const more = await pressed(team, userId, card, 'More')
  const page = await pressed(team, userId, more, 'Try a sketch')
  return page
}

const says = (
  team: Team,
  surface: SeenMessage,
  which: 'Holds' | 'Does not',
  near: string,
  userId = team.ana,
) => pressed(team, userId, surface, which, { nth: near === 'price comes first' ? 0 : 1 })

describe('a sketch', () => {
  it('is written as claims, shown, added to, and listed', async () => {
    const team = await aTeamWithFrank()
    const { ana, ben, customers } = team
    expect(await team.types(ana, customers, '/persona')).toMatch(
      /No sketch is written down.*\/persona Plant/s,
    )
    const written = await asked(team, ana, customers, plant)
    expect(reads(team, written)).toMatch(
      /Plant managers is written down, with 2 claims that nobody has tested yet:.*price comes first.*they decide alone/s,
    )
    expect(await team.types(ben, customers, '/persona')).toMatch(/Plant managers · 2 claims, not tested yet/)
    expect(await team.types(ben, customers, '/persona claim plant managers: they read on Sundays')).toMatch(
      /Added to Plant managers/,
    )
    const shown = await team.types(ana, customers, '/persona plant managers')
    expect(shown).toMatch(/by @ana|by you/i)
    expect(shown.match(/Nobody has tested this yet/g)).toHaveLength(3)
    withoutProblems(team)
  })

  it('is taken for lines as for semicolons, in a DM and behind a mention', async () => {
    const team = await aTeamWithFrank()
    const { ana, customers, slack } = team
    expect(
      await team.types(ana, customers, '/persona Buyers\n- price comes first\n2. they read twice.'),
    ).toMatch(/Buyers is written down, with 2 claims/)
    const dm = slack.places.dm(ana).id
    const said = await (await slack.as(ana).say(dm, 'persona Cooks: the kitchen is hot')).reply()
    expect(slack.visibleText(said)).toMatch(/Cooks is written down.*Only you can see this/s)
    const mention = await (await slack.as(ana).say(customers, `<@${slack.botUserId}> persona buyers`)).reply()
    expect(slack.visibleText(mention)).toMatch(/Buyers.*price comes first/s)
    withoutProblems(team)
  })

  it('is well answered when it is no sketch', async () => {
    const team = await aTeamWithFrank()
    const { ana, customers } = team
    const persona = (line: string) => team.types(ana, customers, `/persona ${line}`)
    await persona('Plant managers: price comes first')
    const before = await persona('')
    expect(await persona('Buyers: price')).toMatch(
      /“price” is too little.*\/persona Buyers: price comes first/s,
    )
    expect(await persona(`Buyers: ${'price '.repeat(500)}`)).toMatch(/longer than the 200 letters/)
    expect(await persona('Plant Managers: they decide alone')).toMatch(
      /a sketch called Plant Managers already.*\/persona claim Plant Managers: price comes first/s,
    )
    expect(await persona('Buyers:')).toMatch(/What do you believe of them\?.*You typed/s)
    expect(await persona(': price comes first')).toMatch(/What shall the sketch be called\?/)
    expect(await persona(`${'x'.repeat(61)}: price comes first`)).toMatch(/longer than the 60 letters/)
    const thirteen = Array.from({ length: 13 }, (_, n) => `claim number ${n}`).join('; ')
    expect(await persona(`Buyers: ${thirteen}`)).toMatch(/13 claims, and 12 are the most/)
    expect(await persona('claim plant managers: Price comes first.')).toMatch(/claims that already/)
    expect(await persona('claim plant managers')).toMatch(/Name the sketch, then a colon/)
    expect(await persona('review')).toMatch(/Which sketch shall I look over\?/)
    expect(await persona('review plant managers: price')).toMatch(/a name stands by itself/)
    expect(await persona('Painters')).toMatch(/no sketch called “Painters”.*behind a colon/s)
    expect(await persona('Plant')).toMatch(/no sketch called “Plant”.*Did you mean.*Plant managers/s)
    expect(await persona('help')).toMatch(/\/persona review Plant managers/)
    expect(await persona('')).toBe(before)
    withoutProblems(team)
  })

  it('names nobody', async () => {
    const team = await aTeamWithFrank()
    const { ana, ben, customers } = team
    const persona = (line: string) => team.types(ana, customers, `/persona ${line}`)
    for (const claim of [
      'Frank Ortiz wants discounts',
      'they are all like Ortiz',
      "it is ortiz's way",
      '@ben decides alone',
    ])
      expect(await persona(`Buyers: ${claim}`), claim).toMatch(/names nobody/)
    expect(await persona('Frank Ortiz: price comes first')).toMatch(/names nobody/)
    // A word that is a name too, and is none here.
    expect(await persona('Buyers: they want a frank word; price comes first')).toMatch(/is written down/)
    // Somebody may be introduced later.
    await persona('Cooks: they ask Lola Montez first')
    await types(team, ben, customers, 'add Lola Montez, cook at Acme')
    for (const line of ['cooks', 'review cooks']) expect(await persona(line)).not.toMatch(/Lola|Montez/)
    expect(await persona('cooks')).toMatch(/they ask somebody first/)
    withoutProblems(team)
  })

  it('is tried on people by one press, with the note that shows it, and reviewed', async () => {
    const team = await aTeamWithFrank()
    const { ana, ben, customers, slack } = team
    await types(team, ana, customers, 'note frank asked about the price before anything else')
    await types(team, ana, customers, 'add Susan Bell, COO at Acme', 'add Dana Cho, CFO at Acme')
    expect(
      reads(team, await pressed(team, ana, await asked(team, ana, customers, '/person frank'), 'More')),
    ).not.toContain('Try a sketch')
    await asked(team, ana, customers, plant)
    const page = await tryOn(team, 'frank')
    expect(reads(team, page)).toMatch(
      /Plant managers is a sketch of many, and of nobody in particular.*Nobody has said yet/s,
    )
    await slack.as(ana).choose(page, 'Which note shows it?', 'asked about the price before anything else')
    const marked = await says(team, page, 'Holds', 'price comes first')
    expect(reads(team, marked)).toMatch(
      /Written down: “price comes first” holds for Frank Ortiz.*You said today: it holds, as “asked about the price before anything else” shows/s,
    )
    await says(team, await tryOn(team, 'susan', ben), 'Does not', 'price comes first', ben)
    expect(await team.types(ana, customers, '/persona review plant managers')).toMatch(
      /price comes first\s.*It holds for one person, and not for one person\.\s.*Too early to tell: it takes one more person.*they decide alone\s.*Nobody has tested this yet/s,
    )
    await says(team, await tryOn(team, 'dana', ben), 'Does not', 'price comes first', ben)
    const review = await asked(team, ana, customers, '/persona review plant managers')
    expect(reads(team, review)).toMatch(
      /holds for one person, and not for 2 people.*How about: “For some: price comes first”\?/s,
    )
    expect(reads(team, review)).not.toMatch(/Frank|Susan|Dana|Ortiz|asked about the price/)
    expect(await team.types(ana, customers, '/person frank')).not.toMatch(/Plant managers|price comes first/)

    // The newest word counts, and undo gives the one before back.
    await says(team, await tryOn(team, 'dana', ana), 'Holds', 'price comes first')
    expect(await team.types(ana, customers, '/persona plant managers')).toMatch(
      /holds for 2 people, and not for one person/,
    )
    expect(await team.types(ana, customers, '/persona undo')).toMatch(
      /Taken back: whether a claim holds for Dana Cho/,
    )
    expect(await team.types(ana, customers, '/persona plant managers')).toMatch(
      /holds for one person, and not for 2 people/,
    )

    const form = await opened(team, ana, review, 'Reword it so')
    expect(JSON.stringify(form)).toContain('For some: price comes first')
    expect(await handedIn(team, ana, form, { text: 'For some: price comes first' })).toMatch(
      /Plant managers says now: “For some: price comes first”.*it is open again/s,
    )
    expect(await team.types(ana, customers, '/persona plant managers')).not.toContain('It holds for')
    expect(await team.types(ana, customers, '/persona undo')).toContain('Taken back')
    expect(await team.types(ana, customers, '/persona plant managers')).toMatch(
      /holds for one person, and not for 2/,
    )
    withoutProblems(team)
  })

  it('is reworded, shortened and taken out by buttons, each with its undo', async () => {
    const team = await aTeamWithFrank()
    const { ana, ben, customers } = team
    await asked(team, ana, customers, plant)
    await says(team, await tryOn(team, 'frank', ben), 'Holds', 'price comes first', ben)
    const shown = await asked(team, ana, customers, '/persona plant managers')
    const form = await opened(team, ana, shown, 'Reword', { nth: 0 })
    expect(await sentBack(team, ana, form, { text: 'price' })).toEqual({
      text: expect.stringContaining('too little'),
    })
    expect(await sentBack(team, ana, form, { text: 'Frank Ortiz pays' })).toEqual({
      text: expect.stringContaining('names nobody'),
    })
    expect(await sentBack(team, ana, form, { text: 'they decide alone' })).toEqual({
      text: expect.stringContaining('claims that already'),
    })
    // Another letter is no other claim: what was found stays.
    expect(await handedIn(team, ana, form, { text: 'Price comes first.' })).not.toContain('open again')
    expect(await team.types(ana, customers, '/persona plant managers')).toMatch(
      /Price comes first\.\s.*It holds for one person/s,
    )

    const dropped = await pressed(
      team,
      ana,
      await asked(team, ana, customers, '/persona plant managers'),
      'Take out',
      { nth: 0 },
    )
    expect(reads(team, dropped)).toMatch(/“Price comes first.” is out of Plant managers/)
    expect(await team.types(ana, customers, '/persona plant managers')).not.toContain('Price comes first')
    await pressed(team, ana, dropped, 'Undo')
    expect(await team.types(ana, customers, '/persona plant managers')).toMatch(/It holds for one person/)

    const gone = await pressed(
      team,
      ana,
      await asked(team, ana, customers, '/persona plant managers'),
      'Take the sketch out',
    )
    expect(await team.types(ana, customers, '/persona')).toContain('No sketch is written down')
    expect(reads(team, await pressed(team, ana, gone, 'Undo'))).toContain('Taken back')
    expect(await team.types(ana, customers, '/persona plant managers')).toMatch(/It holds for one person/)
    withoutProblems(team)
  })

  it('is taken out by its author with what others claimed of it, also where others came to read', async () => {
    const team = await aTeamWithFrank()
    const { ana, ben, customers, slack } = team
    await asked(team, ana, customers, '/persona Plant managers: price comes first')
    await asked(team, ben, customers, '/persona claim Plant managers: they decide alone')
    slack.places.share(customers)
    await slack.idle()
    const dm = slack.places.dm(ana).id
    const shown = await asked(team, ana, dm, '/persona plant managers')
    expect(reads(team, shown)).not.toContain('they decide alone')
    const gone = await pressed(team, ana, shown, 'Take the sketch out')
    expect(reads(team, gone)).toContain('The sketch Plant managers is gone')
    expect(await team.types(ana, dm, '/persona')).toContain('No sketch is written down')
    expect(reads(team, await pressed(team, ana, gone, 'Undo'))).toContain('Taken back')
    slack.places.unshare(customers)
    await slack.idle()
    expect(await team.types(ben, customers, '/persona plant managers')).toMatch(
      /price comes first.*they decide alone/s,
    )
    withoutProblems(team)
  })

  it('is not taken back once a teammate built on it', async () => {
    const team = await aTeamWithFrank()
    const { ana, ben, customers } = team
    await asked(team, ana, customers, plant)
    await says(team, await tryOn(team, 'frank', ben), 'Holds', 'price comes first', ben)
    expect(await team.types(ana, customers, '/persona undo')).toMatch(
      /@ben said whether a claim holds for somebody since/,
    )
    await team.types(ben, customers, '/persona claim plant managers: they read twice')
    expect(await team.types(ana, customers, '/persona undo')).toMatch(
      /@ben (worked on that sketch|said whether)/,
    )
    withoutProblems(team)
  })
})
