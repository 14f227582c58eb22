import { describe, expect, it } from 'vitest'
import { told } from '../support/doing.js'
import { allThatIsToldTo, frankInPublic, nobodyElseWasTold } from '../support/secrets.js'
import { aSteppingTeam, idOf, learnt, ran } from '../support/stepping.js'
import type { Team } from '../support/team.js'

const ends = (team: Team): string[] =>
  team.slack.traffic.filter(({ name }) => name.startsWith('functions.complete')).map(({ name }) => name)

describe('steps in a workflow', () => {
  it.each(['socket', 'http'] as const)('find somebody, and say who they are (%s)', async (mode) => {
    const team = await aSteppingTeam({ mode })
    const { ana, ben, customers, slack } = team
    await frankInPublic(team)
    const { outputs } = await ran(team, ben, 'find_person', { who: 'frank' })
    expect(outputs).toEqual({
      person_id: expect.stringMatching(/^[\w-]{20,}$/),
      name: 'Frank Ortiz',
      role: 'facilities manager at Acme Lighting',
      owner: ana,
      command: '/person Frank Ortiz',
    })
    expect((await ran(team, ben, 'find_person', { who: 'FRANK@acme.example' })).outputs).toEqual(outputs)
    expect((await ran(team, ben, 'find_person', { who: outputs?.person_id })).outputs).toEqual(outputs)
    expect(await team.types(ben, customers, String(outputs?.command))).toContain('walked round')
    expect(slack.problems).toEqual([])
  })

  it('log a conversation of whoever ran it, who sees it and can take it back', async () => {
    const team = await aSteppingTeam()
    const { ana, ben, customers, slack } = team
    await frankInPublic(team)
    const day = '2026-11-20'
    const what = 'about the lease, "it ends in March"'
    const seen = await told(team, ben, async () => {
      const { outputs } = await ran(team, ben, 'log_conversation', {
        who: 'Frank Ortiz',
        channel: customers,
        how: 'Call',
        day,
        what,
      })
      expect(outputs).toMatchObject({ name: 'Frank Ortiz', owner: ana })
    })
    expect(slack.visibleText(seen)).toContain('You called Frank Ortiz yesterday')
    const card = await team.types(ana, customers, '/person frank')
    expect(card).toContain('it ends in March')
    expect(card).toContain('@ben called them yesterday')
    await team.types(ben, customers, '/person undo')
    expect(await team.types(ana, customers, '/person frank')).not.toContain('it ends in March')
    expect(slack.problems).toEqual([])
  })

  it('add somebody, whom later steps know by their id', async () => {
    const team = await aSteppingTeam()
    const { ana, ben, customers, slack } = team
    const { outputs } = await ran(team, ben, 'add_person', {
      name: 'Susan Lee',
      title: 'plant manager',
      company: 'Look at Me Inc',
      email: 'susan@look.example',
      channel: customers,
    })
    expect(outputs).toMatchObject({ name: 'Susan Lee', role: 'plant manager at Look at Me Inc', owner: ben })
    const who = outputs?.person_id
    expect((await ran(team, ana, 'log_conversation', { who, channel: customers })).error).toBeUndefined()
    const card = await team.types(ana, customers, '/person susan')
    expect(card).toContain('Susan Lee · plant manager at Look at Me Inc')
    expect(card).toContain('You met them today')
    expect(slack.problems).toEqual([])
  })

  it('end once, however often Slack tells of them, and carry out once', async () => {
    const team = await aSteppingTeam()
    const { ben, customers, slack } = team
    await frankInPublic(team)
    slack.faults.duplicate(1)
    await ran(team, ben, 'log_conversation', { who: 'frank', channel: customers, what: 'twice told' })
    await slack.idle()
    slack.faults.duplicate(1)
    const added = await ran(team, ben, 'add_person', { name: 'Susan Lee', channel: customers })
    await slack.idle()
    expect(added.outputs).toMatchObject({ name: 'Susan Lee' })
    expect(ends(team)).toEqual(['functions.completeSuccess', 'functions.completeSuccess'])
    const found = await team.types(ben, customers, '/person find twice told')
    expect(found.match(/twice told/g)).toHaveLength(2)
    expect(await team.types(ben, customers, '/person find susan')).toContain('Susan Lee')
    expect(slack.problems).toEqual([])
  })
})

describe('a workflow gets to know of nobody whom not everybody may see', () => {
  it('be they the own people of whoever ran it, in private places and in DMs', async () => {
    const team = await aSteppingTeam()
    const { ana, quiet, customers, shared, slack } = team
    await frankInPublic(team)
    await team.types(ana, quiet, '/person add Zelda Quist, pilot at Globex zelda@globex.example')
    await team.types(ana, shared, '/person add Shani Shared, buyer at Initech')
    await team.types(ana, quiet, '/person role frank secret adviser at Umbrella')
    const unknown = await learnt(team, ana, 'find_person', { who: 'Nobody Atall' })
    for (const who of ['Zelda Quist', 'zelda', 'zelda@globex.example', 'Shani Shared']) {
      const found = await learnt(team, ana, 'find_person', { who })
      expect(found).toBe(unknown.replace('Nobody Atall', who))
      expect(await learnt(team, ana, 'log_conversation', { who, channel: customers })).toBe(found)
    }
    expect(await learnt(team, ana, 'find_person', { who: 'frank' })).not.toContain('Umbrella')
    // She is known to Ana, and yet a workflow adds her as it would add anybody.
    const added = await ran(team, ana, 'add_person', {
      name: 'Zelda Quist',
      email: 'zelda@globex.example',
      channel: customers,
    })
    expect(added.outputs).toMatchObject({ name: 'Zelda Quist' })
    expect(JSON.stringify(added.outputs)).not.toContain('pilot')
    expect(slack.problems).toEqual([])
  })

  it('nor by an id from elsewhere', async () => {
    const team = await aSteppingTeam()
    const { ana, ben, quiet, customers } = team
    await team.types(ana, quiet, '/person add Zelda Quist, pilot at Globex')
    const who = await idOf(team, 'Zelda Quist')
    for (const userId of [ana, ben]) {
      expect(await learnt(team, userId, 'find_person', { who })).toContain('Nobody')
      expect(await learnt(team, userId, 'log_conversation', { who, channel: customers })).toContain('Nobody')
    }
  })

  it('and nothing is kept where not everybody reads, or where nobody knows who does', async () => {
    const team = await aSteppingTeam()
    const { ana, ben, customers, quiet, shared, slack } = team
    await frankInPublic(team)
    const before = await allThatIsToldTo(team, ana)
    const archived = slack.places.add({ name: 'old', kind: 'public', members: [ana] }).id
    slack.places.archive(archived)
    const refusals: [string | undefined, string][] = [
      [quiet, 'not a public channel'],
      [shared, 'another organisation'],
      [slack.places.dm(ana).id, 'direct message'],
      [archived, 'archived'],
      ['C0NOWHERE', 'not a public channel'],
      ['#customers', 'not a public channel'],
      ['', 'No channel'],
      [undefined, 'No channel'],
    ]
    for (const [channel, sentence] of refusals) {
      expect(await learnt(team, ana, 'log_conversation', { who: 'frank', channel })).toContain(sentence)
      expect(await learnt(team, ana, 'add_person', { name: 'Susan Lee', channel })).toContain(sentence)
    }
    // Whether whoever runs it is in a private channel is no business of whoever built it.
    const log = (userId: string) => learnt(team, userId, 'log_conversation', { who: 'frank', channel: quiet })
    expect(await log(ben)).toBe(await log(ana))
    expect(await allThatIsToldTo(team, ana)).toBe(before)
    slack.places.share(customers)
    await slack.idle()
    expect(await learnt(team, ana, 'find_person', { who: 'frank' })).toContain('Nobody')
    nobodyElseWasTold(team)
  })

  it('whoever else runs it', async () => {
    const team = await aSteppingTeam()
    const { ana, ben, gus, pia, customers, slack } = team
    await frankInPublic(team)
    const before = await allThatIsToldTo(team, ana)
    const forged: unknown[] = [
      undefined,
      null,
      '',
      ana,
      { id: '' },
      { id: 7 },
      [ana],
      { user: ana },
      { id: 'U0NOBODY' },
    ]
    const runs: [string, unknown][] = [
      [gus, { id: gus, secret: 'x' }],
      [pia, { id: pia, secret: 'x' }],
      [ben, { id: slack.botUserId, secret: 'x' }],
      ...forged.map((each): [string, unknown] => [ben, each]),
    ]
    const steps = ['find_person', 'log_conversation', 'add_person']
    const inputs = { who: 'frank', name: 'Susan Lee', channel: customers }
    for (const [at, [userId, ran_by]] of [...runs, ...runs.slice(0, 5)].entries()) {
      const said = await learnt(team, userId, steps[at % 3] ?? '', { ...inputs, ran_by })
      expect(said, JSON.stringify(ran_by)).toMatch(/full member|who ran this workflow/)
      expect(said).not.toMatch(/Frank|Ortiz|Acme/)
    }
    slack.people.deactivate(ben)
    expect(await learnt(team, ana, 'find_person', { who: 'frank', ran_by: { id: ben } })).toContain(
      'full member',
    )
    expect(await allThatIsToldTo(team, ana)).toBe(before)
    expect(ends(team)).not.toContain('functions.completeSuccess')
    // Slack knows nothing of whoever was made up.
    expect(new Set(slack.problems.map(({ code }) => code))).toEqual(new Set(['user_not_found']))
  })
})

describe('a step that cannot be done says why, and changes nothing', () => {
  it.each([
    ['find_person', { who: '' }, 'Nobody is named'],
    ['find_person', { who: undefined }, 'Nobody is named'],
    ['find_person', { who: { type: 'rich_text' } }, 'is not text'],
    ['find_person', { who: 'fra' }, 'More than one person'],
    ['find_person', { who: 'Frnak' }, 'answers to “Frnak”'],
    ['find_person', { who: 'x'.repeat(5_000) }, `${'x'.repeat(80)}…`],
    ['log_conversation', { who: 'frank ortiz', how: 'shouted' }, 'met, called, emailed or messaged'],
    ['log_conversation', { who: 'frank ortiz', how: 'constructor' }, 'met, called, emailed or messaged'],
    ['log_conversation', { who: 'frank ortiz', day: '2026-11-22' }, 'still to come'],
    ['log_conversation', { who: 'frank ortiz', day: '2026-02-30' }, 'is not a day'],
    ['log_conversation', { who: 'frank ortiz', day: 'tomorrow' }, 'is not a day'],
    ['log_conversation', { who: 'frank ortiz', what: ['a', 'b'] }, 'is not text'],
    ['log_conversation', { who: 'frank ortiz', what: 'a'.repeat(20_000) }, 'too long'],
    ['log_conversation', { who: '' }, 'Nobody is named'],
    ['add_person', { name: '' }, 'no name'],
    ['add_person', { name: '…' }, 'no name'],
    ['add_person', { name: 'someone' }, 'no name'],
    ['add_person', { name: 'Lee, Susan' }, 'Only a name'],
    ['add_person', { name: 'Susan '.repeat(100) }, 'too long'],
    ['add_person', { name: 'Susan Lee', title: 't'.repeat(300) }, 'too long'],
    ['add_person', { name: 'Susan Lee', email: 'susan at look' }, 'not one e-mail'],
    ['add_person', { name: 'Susan Lee', email: 'a@look.example b@look.example' }, 'not one e-mail'],
    ['add_person', { name: 'frank ortiz' }, 'known already'],
    ['add_person', { name: 'F. O.', email: 'Frank@acme.example' }, 'known already'],
    ['add_person', { name: 'Dana Cho', company: 'Acme Lighting' }, 'may be somebody'],
  ])('%s: %#', async (step, inputs, sentence) => {
    const team = await aSteppingTeam()
    const { ana, ben, customers, slack } = team
    await frankInPublic(team)
    await team.types(ana, customers, '/person add Francis Miller, buyer at Acme Lighting')
    await team.types(ana, customers, '/person add someone, CFO at Acme Lighting')
    const before = await allThatIsToldTo(team, ana)
    expect(await learnt(team, ben, step, { channel: customers, ...inputs })).toContain(sentence)
    expect(await allThatIsToldTo(team, ana)).toBe(before)
    expect(slack.problems).toEqual([])
  })

  it('what rings or links in a name does neither in what a workflow posts', async () => {
    const team = await aSteppingTeam()
    const { ben, customers } = team
    const { outputs } = await ran(team, ben, 'add_person', {
      name: '&lt;!channel&gt; <!here> @everyone <https://evil.example|Susan>',
      channel: customers,
    })
    const given = JSON.stringify(outputs)
    expect(given).toContain('Susan')
    expect(given).not.toMatch(/[<>]|@(?:channel|here|everyone)/)
  })
})
