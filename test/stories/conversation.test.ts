import { describe, expect, it } from 'vitest'
import { helpLines } from '../../src/slack/views/help-lines.js'
import { asked, handedIn, opened, pressed, sentBack, told, types, words } from '../support/doing.js'
import { aTeam, type Team } from '../support/team.js'

const aTeamWithFrank = async (): Promise<Team> => {
  const team = await aTeam()
  await types(
    team,
    team.ana,
    team.customers,
    'add Frank Ortiz, facilities manager at Acme Lighting frank@acme.example',
  )
  return team
}
const show = (team: Team, who = 'frank', userId = team.ana) =>
  team.types(userId, team.customers, `/person ${who}`)
const reads = (team: Team, message: Awaited<ReturnType<typeof asked>>) => team.slack.visibleText(message)
const withoutProblems = (team: Team) => expect(team.slack.problems).toEqual([])

describe('other places to type in', () => {
  it('a DM, without /person, answered in the DM and in its threads', async () => {
    const team = await aTeamWithFrank()
    const { ana, slack } = team
    const dm = slack.places.dm(ana).id
    const card = await (await slack.as(ana).say(dm, 'frank')).reply()
    expect(reads(team, card)).toContain('facilities manager at Acme Lighting')
    const kept = await (await slack.as(ana).say(dm, 'heard frank “my daughter starts at Ohio State”')).reply()
    expect(reads(team, kept)).toContain('Only you')
    const below = await (await slack.as(ana).say(dm, '/person find ohio', { threadTs: kept.ts })).reply()
    expect(below.threadTs).toBe(kept.ts)
    expect(reads(team, below)).toContain('Ohio State')
    const form = await (await slack.as(ana).say(dm, 'edit frank')).reply()
    expect(slack.visibleText(await opened(team, ana, form, 'Open the form'))).toContain('frank@acme.example')
    withoutProblems(team)
  })

  it('a mention, in a channel or a thread, answered there to the author alone', async () => {
    const team = await aTeamWithFrank()
    const { ana, ben, customers, slack } = team
    const root = await slack.as(ben).say(customers, 'How is he?')
    const said = await slack.as(ana).say(customers, `<@${slack.botUserId}> note frank: sounded tired`, {
      threadTs: root.ts,
      raw: true,
    })
    const reply = await said.reply()
    expect(reply).toMatchObject({ isEphemeral: true, threadTs: root.ts })
    expect(await show(team, 'frank', ben)).toContain('sounded tired')
    expect(slack.seenBy(ben, customers).filter((seen) => seen.ts === reply.ts)).toEqual([])
    const before = await slack.as(ana).say(customers, `frank <@${slack.botUserId}>`, { raw: true })
    expect(reads(team, await before.reply())).toContain('Frank Ortiz')
    withoutProblems(team)
  })
})

describe('whom a command is about', () => {
  it('one of two is picked, and the text already typed goes with it, once', async () => {
    const team = await aTeamWithFrank()
    const { ana, customers } = team
    await types(team, ana, customers, 'add Frank Miller, buyer at Initech')
    const question = await asked(
      team,
      ana,
      customers,
      '/person met frank yesterday: walked <the> "big & old" plant',
    )
    expect(reads(team, question)).toContain('Which frank do you mean?')
    expect(reads(team, await pressed(team, ana, question, /Frank Miller/))).toContain('Frank Miller')
    const card = await show(team, 'frank miller')
    expect(card).toContain('walked <the> "big & old" plant')
    expect(card).toContain('yesterday')
    expect(await show(team, 'frank ortiz')).not.toContain('walked')
    withoutProblems(team)
  })

  it('a question that two people press, or that is pressed twice, is answered once', async () => {
    const team = await aTeamWithFrank()
    const { ana, customers, slack } = team
    await types(team, ana, customers, 'add Frank Miller, buyer at Initech')
    const question = await asked(team, ana, customers, '/person note frank likes jazz')
    await Promise.all([pressed(team, ana, question, /Miller/), pressed(team, ana, question, /Miller/)])
    const more = await pressed(team, ana, await asked(team, ana, customers, '/person frank miller'), 'More')
    expect(slack.visibleText(more).split('likes jazz')).toHaveLength(2)
    withoutProblems(team)
  })

  it('a near miss is offered and never used without a press; Add goes on with what was typed', async () => {
    const team = await aTeamWithFrank()
    const { ana, customers } = team
    const before = await show(team)
    const offer = await asked(team, ana, customers, '/person heard fronk the lease is up')
    expect(reads(team, offer)).toContain('Frank Ortiz')
    expect(reads(team, offer)).toContain('[Add “fronk”]')
    expect(await show(team)).toBe(before)
    await pressed(team, ana, offer, /Frank Ortiz/)
    expect(await show(team)).toContain('the lease is up')

    const nobody = await asked(team, ana, customers, '/person called Omar Haddad yesterday: the roof leaks')
    const done = await pressed(team, ana, nobody, 'Add “Omar Haddad”')
    expect(reads(team, done)).toContain('the roof leaks')
    const card = await show(team, 'omar')
    expect(card).toContain('Omar Haddad')
    expect(card).toContain('the roof leaks')
    await types(team, ana, customers, 'undo', 'undo')
    expect(await show(team, 'omar')).toContain('nobody called')
    const plain = await asked(team, ana, customers, '/person Omar Haddad')
    expect(reads(team, await pressed(team, ana, plain, 'Add “Omar Haddad”'))).toContain('Good to know')
    withoutProblems(team)
  })

  it('a verb that was mistyped is offered along with the people', async () => {
    const team = await aTeamWithFrank()
    const reply = await show(team, 'haerd frank the roof leaks')
    expect(reply).toContain('/person heard frank the roof leaks')
    expect(await show(team)).not.toContain('roof')
    expect(await show(team, 'shwo')).toContain('/person show')
    withoutProblems(team)
  })

  it('is told by address, by mention, by family name, by initials and beginnings, whatever the case', async () => {
    const team = await aTeamWithFrank()
    const { ana, customers, slack } = team
    const user = slack.people.add({ name: 'zoe', realName: 'Zoë Ångström', standing: 'guest' }).id
    await types(team, ana, customers, `add Zoë Ångström, architect at Globex <@${user}>`)
    for (const who of [
      'FRANK',
      'ortiz',
      'fo',
      'fra',
      'frank@acme.example',
      'Frank  Ortiz',
      '“frank”',
      'frank:',
    ])
      expect(await show(team, who), who).toContain('facilities manager')
    for (const who of ['zoe', 'angstrom', `<@${user}>`])
      expect(await show(team, who), who).toContain('architect')
    withoutProblems(team)
  })
})

describe('somebody who may be known already', () => {
  it('is asked about: the same Frank gets what is new, or there are two from then on', async () => {
    const team = await aTeamWithFrank()
    const { ana, customers } = team
    const line = '/person add Frank Ortiz, VP operations at Globex f@globex.example'
    const yes = await asked(team, ana, customers, line)
    expect(reads(team, yes)).toContain('same')
    await pressed(team, ana, yes, /facilities manager/)
    const card = await show(team)
    for (const known of [
      'facilities manager at Acme Lighting',
      'VP operations at Globex',
      'f@globex.example',
    ])
      expect(card).toContain(known)
    await types(team, ana, customers, 'undo')
    expect(await show(team)).not.toContain('Globex')

    const no = await asked(team, ana, customers, '/person add Frank Ortiz, painter at Initech')
    await pressed(team, ana, no, 'No, somebody else')
    expect(await show(team)).toContain('Which frank')
    expect(reads(team, await pressed(team, ana, no, 'No, somebody else').catch(() => no))).not.toContain(
      'Good to know',
    )
    withoutProblems(team)
  })

  it('by address, whatever the case', async () => {
    const team = await aTeamWithFrank()
    expect(await show(team, 'add Francis O., buyer at Initech FRANK@ACME.example')).toContain('same')
  })

  it('somebody offstage gets a name and keeps the history', async () => {
    const team = await aTeamWithFrank()
    const { ana, customers } = team
    expect(await show(team, 'add someone, CFO at Globex')).toContain('keep a place')
    await types(team, ana, customers, 'note someone signs everything over ten thousand')
    expect(await show(team, 'due')).not.toContain('Someone')
    const question = await asked(team, ana, customers, '/person add Dana Cho, CFO at Globex, Inc.')
    expect(reads(team, question)).toContain('someone')
    await pressed(team, ana, question, /^Yes/)
    const card = await show(team, 'dana')
    expect(card).toContain('signs everything')
    expect(card).toContain('CFO at Globex')
    expect(await show(team, 'due')).toContain('Dana Cho')
    const another = await asked(team, ana, customers, '/person add someone, COO at Globex')
    expect(reads(team, another)).toContain('keep a place')
    const not = await asked(team, ana, customers, '/person add Eli Stern, COO at Globex')
    await pressed(team, ana, not, 'No, somebody else')
    expect(await show(team, 'eli')).toContain('COO at Globex')
    await types(team, ana, customers, 'met someone')
    expect(await show(team, 'someone')).not.toContain('nobody has met')
    withoutProblems(team)
  })
})

describe('what is typed', () => {
  it('an ambiguous date is asked about, and the text goes on with the day that is pressed', async () => {
    const team = await aTeamWithFrank()
    const { ana, customers } = team
    const question = await asked(team, ana, customers, '/person met frank 3/4/2026: saw the *roof*')
    expect(reads(team, question)).toContain('Which day')
    await pressed(team, ana, question, /Apr/)
    const more = await pressed(team, ana, await asked(team, ana, customers, '/person frank'), 'More')
    expect(reads(team, more)).toContain('saw the *roof*')
    const form = await opened(team, ana, more, 'Edit', { nth: 1 })
    expect(team.slack.visibleText(form)).toContain('2026-04-03')
    withoutProblems(team)
  })

  it('words left after a name are offered as a note, and kept by a press', async () => {
    const team = await aTeamWithFrank()
    const { ana, customers } = team
    const card = await asked(team, ana, customers, '/person frank likes the <!channel> & jazz')
    expect(reads(team, card)).toContain('[Keep as a note]')
    expect(await show(team)).not.toContain('jazz')
    await pressed(team, ana, card, 'Keep as a note')
    expect(await show(team)).toContain('likes the <!channel> & jazz')
    withoutProblems(team)
  })

  it('is repeated in every refusal, with the next command to type', async () => {
    const team = await aTeamWithFrank()
    const { ana, customers } = team
    await types(team, ana, customers, 'add Frank Miller')
    const gone = team.slack.people.add({ name: 'ghost' }).id
    team.slack.people.deactivate(gone)
    const before = await show(team, 'due')
    for (const line of [
      'met frank ortiz 30 february: the roof & the lease',
      'met frank ortiz 1 december 2030: the roof & the lease',
      'every frank ortiz whenever it suits',
      'home frank ortiz somewhere nice',
      'hand frank ortiz to whoever',
      'left frank ortiz for Globex',
      'role frank ortiz',
      'note frank ortiz',
      `note frank ortiz ${'long '.repeat(2_500)}`,
      `add ${'x'.repeat(201)}, buyer at Initech`,
      `add Somebody New, ${'x'.repeat(201)} at Initech`,
      'add someone',
      'add',
      `add <@${ana}> <@${team.ben}>`,
      'find',
      'role frank ortiz facilities manager at Acme Lighting',
      'left frank miller',
      `hand frank ortiz to <@${gone}>`,
      'home frank ortiz <#C999|ghost>',
    ]) {
      const reply = await show(team, line)
      expect(reply, line).toContain('/person ')
      const typed = line.replace(/<.*/, '').split(' ').slice(1, 12).join(' ').trim()
      if (typed.split(' ').length > 2) expect(reply, line).toContain(typed)
    }
    expect(await show(team, 'due')).toBe(before)
    withoutProblems(team)
  })

  it('may be nothing, or a verb alone, or nonsense: each is answered, and nothing is changed', async () => {
    const team = await aTeam()
    const { customers, ana } = team
    expect(await show(team, '')).toContain('/person add')
    await types(team, ana, customers, 'add Frank Ortiz')
    const before = await show(team, 'due')
    for (const line of [
      ...Object.keys(helpLines),
      '?',
      ':',
      '🙂',
      '<@U1|x>',
      'help nonsense',
      'hello',
      '--',
      '``',
      '/person',
    ]) {
      if (line === 'undo') continue
      expect((await show(team, line)).length, line).toBeGreaterThan(0)
    }
    expect(await show(team, 'due')).toBe(before)
    withoutProblems(team)
  })

  it('may be any example of the help: each works when it is typed', async () => {
    const team = await aTeamWithFrank()
    const { ana, ben, customers, slack } = team
    await types(team, ana, customers, 'note frank concert')
    for (const [verb, { example, also = [] }] of Object.entries(helpLines)) {
      const help = await show(team, `help ${verb}`)
      for (const each of [example, ...also]) {
        expect(help).toContain(`/person ${each}`)
        const line = each.replace('#channel', `<#${customers}>`).replace('@ana', `<@${ben}>`)
        const run = await slack.as(ana).command(customers, `/person ${line}`)
        const outcome = await run.outcome()
        if (outcome === 'original deleted') throw new Error('gone')
        expect(slack.visibleText(outcome), line).not.toMatch(
          /You typed|nobody called|no command|Which|there is no/i,
        )
      }
    }
    expect(await show(team, 'help')).toContain('/person due')
    withoutProblems(team)
  })

  it('makes the teammate aware, once, of what not to write', async () => {
    const team = await aTeamWithFrank()
    expect(await show(team, 'note frank tired today #body')).toContain('religion')
    expect(await show(team, 'note frank proud #feeling')).not.toContain('religion')
  })
})

describe('the edit form', () => {
  it('says what is wrong at each field, keeps what was typed, and puts everything right', async () => {
    const team = await aTeamWithFrank()
    const { ana, customers, slack } = team
    const run = await slack.as(ana).command(customers, '/person edit frank')
    const form = await run.modal()
    const good = {
      name: 'Francisco Ortiz',
      addresses: 'f@acme.example\nhttps://LinkedIn.com/in/Frank',
      rhythm: '2 months',
    }
    for (const [field, wrong] of [
      ['name', '   '],
      ['name', 'x'.repeat(201)],
      ['rhythm', 'whenever'],
      ['addresses', 'not an address'],
    ] as const)
      expect(Object.keys(await sentBack(team, ana, form, { ...good, [field]: wrong }))).toEqual([field])
    const done = await handedIn(team, ana, form, { ...good, prefers: 'text', 'slack-user': ana })
    expect(done).toContain('Francisco Ortiz')
    const card = await show(team, 'francisco')
    for (const known of ['https://LinkedIn.com/in/Frank', 'f@acme.example', '2 months', 'text', '@ana'])
      expect(card).toContain(known)
    await types(team, ana, customers, 'undo')
    expect(await show(team)).toContain('frank@acme.example')
    withoutProblems(team)
  })

  it('writes over nothing that somebody else changed meanwhile, and gives back what was typed', async () => {
    const team = await aTeamWithFrank()
    const { ana, ben, customers, slack } = team
    const form = await (await slack.as(ana).command(customers, '/person edit frank')).modal()
    const other = await opened(team, ben, await asked(team, ben, customers, '/person frank'), 'Edit')
    await handedIn(team, ben, other, { prefers: 'letters', rhythm: '1 week' })
    const refused = await handedIn(team, ana, form, { prefers: 'carrier pigeons' })
    expect(refused).toContain('while the form was open')
    expect(refused).toContain('carrier pigeons')
    expect(await show(team)).toContain('letters')

    const again = await (await slack.as(ana).command(customers, '/person edit frank')).modal()
    await types(team, ben, customers, 'every frank 5 weeks')
    await handedIn(team, ana, again, { prefers: 'owls' })
    const card = await show(team)
    expect(card).toContain('owls')
    expect(card).toContain('5 weeks')
    withoutProblems(team)
  })

  it('changes nothing when nothing was changed', async () => {
    const team = await aTeamWithFrank()
    const { ana, customers, slack } = team
    await types(team, ana, customers, 'every frank 3 weeks')
    const before = [await show(team), await show(team, 'due')]
    const form = await (await slack.as(ana).command(customers, '/person edit frank')).modal()
    await handedIn(team, ana, form, {})
    expect([await show(team), await show(team, 'due')]).toEqual(before)
  })
})

describe('more', () => {
  it('shows everything, a page at a time, with edit and remove on each entry', async () => {
    const team = await aTeamWithFrank()
    const { ana, customers, slack } = team
    for (let n = 1; n <= 12; n++) await types(team, ana, customers, `note frank thing number ${n}.`)
    await types(team, ana, customers, 'met frank yesterday: he said "the lease ends"')
    let more = await pressed(team, ana, await asked(team, ana, customers, '/person frank'), 'More')
    expect(reads(team, more)).toContain('1 to 10 of 15')
    more = await pressed(team, ana, more, 'Older')
    expect(reads(team, more)).toContain('facilities manager at Acme Lighting')
    more = await pressed(team, ana, more, 'Newer')

    const note = await opened(team, ana, more, 'Edit', { nth: 0 })
    expect(await sentBack(team, ana, note, { on: '2027-01-01' })).toEqual({ on: expect.any(String) })
    expect(await sentBack(team, ana, note, { text: '  ' })).toEqual({ text: expect.any(String) })
    await handedIn(team, ana, note, { text: 'put right #feeling', on: '2026-11-21' })
    expect(await show(team)).toContain('put right #feeling')
    await types(team, ana, customers, 'undo')

    const search = async (words: string) => team.types(ana, customers, `/person find ${words}`)
    const fresh = await pressed(team, ana, await asked(team, ana, customers, '/person frank'), 'More')
    expect(slack.visibleText(await pressed(team, ana, fresh, 'Remove', { nth: 0 }))).toContain('Removed')
    expect(await search('thing number 12')).not.toContain('noticed')
    await types(team, ana, customers, 'undo')
    expect(await search('thing number 12')).toContain('noticed')
    withoutProblems(team)
  })

  it('edits a contact and a role, and removing either takes along what came with it', async () => {
    const team = await aTeam()
    const { ana, customers, slack } = team
    await types(team, ana, customers, 'add Frank Ortiz', 'role frank buyer at Acme since 2026-01-05')
    const more = async () => pressed(team, ana, await asked(team, ana, customers, '/person frank'), 'More')
    const role = await opened(team, ana, await more(), 'Edit')
    expect(await sentBack(team, ana, role, { title: null, company: null })).toEqual({
      title: expect.any(String),
    })
    expect(await sentBack(team, ana, role, { title: 'x'.repeat(201) })).toEqual({ title: expect.any(String) })
    expect(
      await sentBack(team, ana, role, { title: 'buyer', company: 'Acme', 'until-on': '2025-01-01' }),
    ).toEqual({
      'until-on': expect.any(String),
    })
    await handedIn(team, ana, role, { title: 'head buyer', company: 'Acme', 'until-on': null })
    expect(await show(team)).toContain('head buyer at Acme')
    await pressed(team, ana, await more(), 'Remove')
    expect(await show(team)).not.toContain('Acme')

    await types(team, ana, customers, 'met frank yesterday: he said "the lease ends"')
    const contact = await opened(team, ana, await more(), 'Edit', { near: 'et y' }).catch(async () =>
      opened(team, ana, await more(), 'Edit', { nth: 1 }),
    )
    expect(slack.visibleText(contact)).toContain('he said "the lease ends"')
    await handedIn(team, ana, contact, { text: 'he was glad', on: '2026-11-01' })
    expect(await show(team)).toContain('he was glad')
    withoutProblems(team)
  })

  it('of a card: Talked asks how it was', async () => {
    const team = await aTeamWithFrank()
    const { ana, customers } = team
    const form = await opened(team, ana, await asked(team, ana, customers, '/person frank'), 'Talked')
    expect(await sentBack(team, ana, form, { on: '2027-01-01' })).toEqual({ on: expect.any(String) })
    expect(
      await handedIn(team, ana, form, { how: 'met', text: 'walked the plant', on: '2026-11-20' }),
    ).toContain('walked the plant')
    expect(await show(team)).toContain('walked the plant')
  })
})

describe('undo', () => {
  it('goes back act by act, by command and by button, and ends in a sentence', async () => {
    const team = await aTeam()
    const { ana, customers, slack } = team
    const added = await asked(team, ana, customers, '/person add Frank Ortiz')
    expect(reads(team, await pressed(team, ana, added, 'Undo'))).toContain('Taken back')
    expect(await show(team)).toContain('nobody called')
    expect(await show(team, 'undo')).toContain('nothing of yours')
    await types(team, ana, customers, 'add Frank Ortiz', 'note frank one thing', 'note frank another')
    const other = await asked(team, ana, customers, '/person add Susan Bell')
    await types(team, ana, customers, 'note frank third')
    await pressed(team, ana, other, 'Undo')
    expect(await show(team, 'susan')).toContain('nobody called')
    await types(team, ana, customers, 'undo')
    expect(await show(team)).not.toContain('third')
    await types(team, ana, customers, 'undo', 'undo')
    expect(await show(team)).not.toContain('thing')
    withoutProblems(team)
    expect(slack.problems).toEqual([])
  })

  it('refuses when a teammate built on it, and says on what', async () => {
    const team = await aTeamWithFrank()
    const { ana, ben, customers } = team
    await types(team, ben, customers, 'note frank likes jazz')
    expect(await show(team, 'undo')).toMatch(/@ben kept a note/)
    expect(await show(team)).toContain('likes jazz')
    await types(team, ben, customers, 'undo')
    expect(await show(team, 'undo')).toContain('Taken back')
    expect(await show(team)).toContain('nobody called')
    void ana
  })

  it('is for a day, and for one’s own acts alone', async () => {
    const team = await aTeamWithFrank()
    const { ana, ben, customers, slack } = team
    expect(await team.types(ben, customers, '/person undo')).toContain('nothing of yours')
    team.setClock('2026-11-22T16:00:01.000Z')
    expect(await show(team, 'undo')).toContain('more than a day')
    expect(await show(team)).toContain('Frank Ortiz')
    const message = await told(team, ana, () => slack.as(ana).command(customers, '/person note frank hello'))
    expect(slack.visibleText(message)).toContain('hello')
    expect(await show(team, 'undo')).toContain('Taken back')
    expect(await words(team, ana, () => slack.as(ana).command(customers, '/person undo'))).toContain(
      'more than a day',
    )
  })
})
