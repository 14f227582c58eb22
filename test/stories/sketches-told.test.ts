import { describe, expect, it } from 'vitest'
import { asked, pressed, types } from '../support/doing.js'
import { aTeamWithFrank, reads, withoutProblems } from '../support/knowing-frank.js'
import { at, tuesday } from '../support/nudging.js'
import { finds, findsByWords, triesOn } from '../support/sketching.js'
import type { Team } from '../support/team.js'

/** Three people whom everybody in #customers knows, one whom Ana alone does, and a sketch of one claim. */
const aTeamWithASketch = async (): Promise<Team> => {
  const team = await aTeamWithFrank()
  const { ana, customers, quiet } = team
  await types(team, ana, customers, 'add Susan Bell, COO at Acme', 'add Dana Cho, CFO at Acme')
  await types(team, ana, quiet, 'add Zelda Quist, cook at Nimbus')
  await team.types(ana, customers, '/persona Plant managers: price comes first')
  return team
}

describe('half of what was found', () => {
  it('is told once where the sketch was written, in working time, with one press to hear no more', async () => {
    const team = await aTeamWithASketch()
    const { ana, ben, customers } = team
    await finds(team, 'frank', 'Holds')
    await finds(team, 'susan', 'Does not')
    expect(await team.pass(tuesday)).toEqual([])
    await finds(team, 'dana', 'Does not', { userId: ben })
    expect(await team.pass(at('2026-11-22'))).toEqual([])
    const [post, ...others] = await team.pass(tuesday)
    expect(others).toEqual([])
    expect(post).toMatch(
      /At least half of what was found speaks against something we believe of Plant managers: “price comes first”\..*It holds for one person, and not for 2 people\..*\/persona review Plant managers/s,
    )
    expect(post).not.toMatch(/Frank|Susan|Dana|@ana|@ben/)

    await finds(team, 'dana', 'Holds')
    await finds(team, 'dana', 'Does not')
    expect(await team.pass(at('2026-11-25'))).toEqual([])

    const posted = team.slack
      .seenBy(ben, customers)
      .find((seen) => team.slack.visibleText(seen).includes('At least half'))
    if (posted === undefined) throw new Error('no post')
    expect(reads(team, await pressed(team, ben, posted, 'Review'))).toMatch(/price comes first.*For some/s)
    expect(reads(team, await pressed(team, ben, posted, 'No more of this sketch'))).toMatch(
      /I say nothing of it any more/,
    )
    await team.types(ana, customers, '/persona claim plant managers: they read on Sundays')
    for (const who of ['frank', 'susan', 'dana']) await finds(team, who, 'Does not', { nth: 1 })
    expect(await team.pass(at('2026-11-26'))).toEqual([])
    expect(await team.types(ben, customers, '/persona undo')).toContain('Taken back')
    withoutProblems(team)
  })

  it('is not told when it was taken back before anybody heard, and is when it is so after all', async () => {
    const team = await aTeamWithASketch()
    const { ana, customers } = team
    for (const who of ['frank', 'susan', 'dana']) await finds(team, who, 'Does not')
    await team.types(ana, customers, '/persona undo')
    expect(await team.pass(tuesday)).toEqual([])
    await finds(team, 'dana', 'Does not')
    expect(await team.pass(at('2026-11-25'))).toHaveLength(1)
    withoutProblems(team)
  })

  it('is told once, also when the last word was taken back and said again', async () => {
    const team = await aTeamWithASketch()
    const { ana, customers } = team
    for (const who of ['frank', 'susan', 'dana']) await finds(team, who, 'Does not')
    await team.types(ana, customers, '/persona undo')
    await finds(team, 'dana', 'Does not')
    expect(await team.pass(tuesday)).toHaveLength(1)
    await team.types(ana, customers, '/persona undo')
    await finds(team, 'dana', 'Does not')
    expect(await team.pass(at('2026-11-25'))).toEqual([])
    withoutProblems(team)
  })

  it('counts whom everybody there may see, and nobody else', async () => {
    const team = await aTeamWithASketch()
    const { ana, ben, customers } = team
    await finds(team, 'frank', 'Does not')
    await finds(team, 'susan', 'Does not')
    await finds(team, 'zelda', 'Does not')
    expect(await team.pass(tuesday)).toEqual([])
    expect(await team.types(ana, customers, '/persona plant managers')).toContain(
      'does not hold for 3 people',
    )
    expect(await team.types(ben, customers, '/persona plant managers')).toContain(
      'does not hold for 2 people',
    )
    expect(await team.types(ben, customers, '/persona review plant managers')).toContain('one more person')
    withoutProblems(team)
  })

  it('of another wording is told anew', async () => {
    const team = await aTeamWithASketch()
    const { ana, customers } = team
    for (const who of ['frank', 'susan', 'dana']) await finds(team, who, 'Does not')
    expect(await team.pass(tuesday)).toHaveLength(1)
    const shown = await asked(team, ana, customers, '/persona plant managers')
    const form = await (await team.slack.as(ana).press(shown, 'Reword')).modal()
    await team.slack.as(ana).submit(form, { text: 'time comes first' })
    expect(await team.pass(at('2026-11-25'))).toEqual([])
    for (const who of ['frank', 'susan', 'dana']) await finds(team, who, 'Does not')
    expect((await team.pass(at('2026-11-26'))).join()).toContain('“time comes first”')
    withoutProblems(team)
  })

  it('is told nowhere, once others come to read there', async () => {
    const team = await aTeamWithASketch()
    for (const who of ['frank', 'susan', 'dana']) await finds(team, who, 'Does not')
    team.slack.places.share(team.customers)
    expect((await team.pass(tuesday)).join()).not.toMatch(/Plant|price/)
  })

  it('is taken back where it was told, once others come to read there', async () => {
    const team = await aTeamWithASketch()
    for (const who of ['frank', 'susan', 'dana']) await finds(team, who, 'Does not')
    const told = () => team.posts(team.customers).filter((post) => post.includes('price comes first'))
    await team.pass(tuesday)
    expect(told()).toHaveLength(1)
    team.slack.places.share(team.customers)
    await team.pass(at('2026-11-25'))
    await team.slack.until(() => told().length === 0, { what: 'nothing told' })
    withoutProblems(team)
  })
})

describe('in a review', () => {
  it('stand the words that were allowed, without a name, and go when they are taken back or forgotten', async () => {
    const team = await aTeamWithASketch()
    const { ana, ben, customers } = team
    await findsByWords(team, 'frank', 'what counts for me is that Susan Bell sleeps at night', 'Does not')
    await findsByWords(team, 'dana', 'a night without an alarm counts more than money', 'Does not')
    await findsByWords(team, 'susan', 'my board asks for the price before anything', 'Holds')
    await types(team, ana, customers, 'note frank Dana told me not to say this')
    const review = await team.types(ben, customers, '/persona review plant managers')
    expect(review).toMatch(/Some whom it does not fit say:.*alarm counts more than money.*sleeps at night/s)
    expect(review).toContain('my board asks for the price before anything')
    expect(review).not.toMatch(/Frank|Susan|Bell|Dana|Ortiz|not to say this/)
    expect(review).toMatch(/How about: “For some: price comes first”/)

    await types(team, ana, customers, 'undo', 'undo', 'undo')
    const card = await asked(team, ana, customers, '/person forget dana')
    await pressed(team, ana, card, /[Ff]orget/)
    const after = await team.types(ben, customers, '/persona review plant managers')
    expect(after).not.toContain('alarm')
    expect(after).toContain('sleeps at night')
    withoutProblems(team)
  })

  it('stand nobody’s words alone whose note the reader may not see', async () => {
    const team = await aTeamWithASketch()
    const { ana, ben, customers, slack } = team
    const dm = slack.places.dm(ana).id
    await findsByWords(team, 'frank', 'the price is on my desk every morning', 'Holds', { place: dm })
    expect(await team.types(ana, customers, '/persona review plant managers')).toContain('on my desk')
    const review = await team.types(ben, customers, '/persona review plant managers')
    expect(review).toContain('It holds for one person')
    expect(review).not.toContain('on my desk')
    expect(reads(team, await triesOn(team, 'frank', { userId: ben }))).not.toContain('on my desk')

    // Of two, Ben knows what the other stands on, and so whose the words are.
    await types(team, ben, customers, 'note susan asked about the price first')
    const page = await triesOn(team, 'susan', { userId: ben })
    await slack.as(ben).choose(page, 'Which note shows it?', 'asked about the price first')
    await pressed(team, ben, page, 'Holds')
    await finds(team, 'dana', 'Holds', { userId: ben })
    expect(await team.types(ben, customers, '/persona review plant managers')).not.toContain('on my desk')
    // What Ana found without a note may as well stand on one that he cannot read.
    await finds(team, 'dana', 'Does not')
    await finds(team, 'dana', 'Holds')
    expect(await team.types(ben, customers, '/persona review plant managers')).toContain('on my desk')
    withoutProblems(team)
  })
})

describe('a sketch of a private place', () => {
  it('is nobody else’s to read, try, add to or press upon', async () => {
    const team = await aTeamWithFrank()
    const { ana, ben, customers, quiet, slack } = team
    await team.types(ana, quiet, '/persona Secret buyers: they hoard acorns')
    await finds(team, 'frank', 'Holds')
    for (const line of ['', 'secret buyers', 'review secret buyers', 'claim secret buyers: they read twice'])
      expect(await team.types(ben, customers, `/persona ${line}`), line).not.toMatch(/Secret buyers|acorns/)
    const more = await pressed(team, ben, await asked(team, ben, customers, '/person frank'), 'More')
    expect(reads(team, more)).not.toContain('Try a sketch')
    // The same name is free for whoever does not know it.
    expect(await team.types(ben, customers, '/persona Secret buyers: time comes first')).toContain(
      'is written down',
    )
    // From there, two are called so; here it is the one of this place.
    expect(await team.types(ana, quiet, '/persona secret buyers')).toContain('they hoard acorns')
    expect(await team.types(ana, customers, '/persona secret buyers')).toContain('time comes first')
    expect(await team.types(ana, slack.places.dm(ana).id, '/persona secret buyers')).toMatch(
      /Several sketches are called secret buyers/,
    )
    withoutProblems(team)
  })

  it('takes nothing that was typed where fewer read', async () => {
    const team = await aTeamWithFrank()
    const { ana, customers, slack } = team
    await team.types(ana, customers, '/persona Buyers: price comes first')
    const dm = slack.places.dm(ana).id
    expect(await team.types(ana, dm, '/persona claim buyers: they lie to us')).toMatch(
      /More people read the sketch Buyers than can read here.*Type it in #customers/s,
    )
    expect(await team.types(ana, customers, '/persona buyers')).not.toContain('they lie')
    withoutProblems(team)
  })
})

describe('guests and people of other organisations', () => {
  it('get a sentence, whatever they type or press', async () => {
    const team = await aTeamWithASketch()
    const { ana, ben, gus, customers, shared } = team
    for (const line of ['', 'plant managers', 'review plant managers', 'Buyers: price comes first'])
      expect(await team.types(gus, customers, `/persona ${line}`)).toBe(
        'I only answer full members of this workspace. A teammate can help you.',
      )
    // What is typed where they read is its author's own.
    expect(await team.types(ana, shared, '/persona Partners: they pay late')).toMatch(
      /is written down.*Only you can see this: this channel is shared with another organisation/s,
    )
    expect(await team.types(ben, shared, '/persona')).not.toContain('Partners')
    withoutProblems(team)
  })
})
