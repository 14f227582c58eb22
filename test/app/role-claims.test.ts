import { describe, expect, it } from 'vitest'
import { removeEntry } from '../../src/app/entries/remove-entry.js'
import { forget } from '../../src/app/forgetting/forget.js'
import { ask } from '../../src/app/questions/ask.js'
import { leaveRole } from '../../src/app/roles/leave-role.js'
import { takeRole } from '../../src/app/roles/take-role.js'
import { channelHome } from '../../src/domain/audience.js'
import { hearingOfFrank } from './heard-in-office.js'
import { everything } from './office.js'
import { done } from './one-of-each.js'

const globex = { title: 'CEO', company: 'Globex' } as const
const file = { source: 'linkedin:UANA', baseline: 'source' } as const
const earlier = '2026-10-01T10:00:00.000Z'

describe('answering a claim', () => {
  it('is for those who may see it', async () => {
    const { hears, says, office, claims, known } = await hearingOfFrank()
    await hears({ ...globex, sure: 'ask', home: channelHome('QUIET') })
    const ben = await office.asker('UBEN')
    expect(await says('so', ben)).toEqual({ ok: false, why: { reason: 'person-gone' } })
    expect(await claims()).toMatchObject([{ answered: null, recorded: null }])
    expect((await known()).roles).toEqual(['buyer at Acme'])
  })

  it('comes too late where no role is known any more that they could have left', async () => {
    const { office, frank, hears, here, says, claims } = await hearingOfFrank()
    const quiet = await office.asker('UANA', 'QUIET')
    const planner = { title: 'planner', company: 'Acme', sinceOn: null, also: true } as const
    done(await takeRole(office, quiet, { personId: frank.id, ...planner }))
    await hears({ left: true, sure: 'ask' })
    const [buyer] = await office.uow.read(everything, async ({ roles }) =>
      (await roles.of(frank.id)).filter(({ title }) => title === 'buyer'),
    )
    done(await removeEntry(office, await here(), frank.id, { kind: 'role', id: buyer?.id ?? '' }))
    const refused = { ok: false, why: { reason: 'changed-meanwhile', name: 'Frank Ortiz' } }
    for (const who of ['UBEN', 'UANA']) expect(await says('so', await here(who))).toEqual(refused)
    expect(await claims()).toMatchObject([{ answered: null }])
  })

  it('records a new role where nothing is known any more of what was before', async () => {
    const { office, frank, hears, here, says, known } = await hearingOfFrank()
    await hears({ ...globex, sure: 'ask' })
    const [buyer] = await office.uow.read(everything, ({ roles }) => roles.of(frank.id))
    done(await removeEntry(office, await here(), frank.id, { kind: 'role', id: buyer?.id ?? '' }))
    done(await says('so'))
    expect(await known()).toMatchObject({ roles: ['CEO at Globex'], news: ['new-role'] })
    const [news] = await office.uow.read(everything, (stores) => stores.news.of(frank.id))
    expect(news).toMatchObject({ beforeRoleId: null, endsRoleId: null })
  })
})

describe('which role gives way', () => {
  it.each([
    ['the one at the company that was, whatever its title', 'buyer', 'Acme', 'purchaser', 'Acme'],
    ['the one held longest, where neither company is held', 'buyer', 'Acme', 'purchaser', 'Initech'],
  ])('is %s', async (_, title, company, wasTitle, wasCompany) => {
    const { hears, says, known } = await hearingOfFrank({ title, company })
    await hears({ ...file, title: wasTitle, company: wasCompany, observedAt: earlier })
    await hears({ ...file, ...globex, sure: 'ask' })
    done(await says('so'))
    expect((await known()).roles).toEqual(['CEO at Globex', `${title} at ${company}, to 2026-11-20`])
  })

  it('is the one held at the new company rather than the one held longest', async () => {
    const { office, frank, hears, here, says, known } = await hearingOfFrank()
    const clerk = { title: 'clerk', company: 'Globex', sinceOn: null, also: true } as const
    done(await takeRole(office, await here(), { personId: frank.id, ...clerk }))
    await hears({ ...file, title: 'purchaser', company: 'Initech', observedAt: earlier })
    await hears({ ...file, ...globex, sure: 'ask' })
    done(await says('so'))
    expect((await known()).roles).toEqual([
      'CEO at Globex',
      'buyer at Acme',
      'clerk at Globex, to 2026-11-20',
    ])
  })

  it('is none after a departure, and the news says what was before', async () => {
    const { office, frank, hears, here, known } = await hearingOfFrank()
    done(await leaveRole(office, await here(), { personId: frank.id, company: null, on: '2026-11-01' }))
    done(await ask(office, await here(), frank.id, 'Who signs?'))
    expect((await known()).asked.sort()).toEqual(['Where did they go?', 'Who signs?'])
    const { newsId } = await hears(globex)
    // What is known now is answered, and nothing else.
    expect(await known()).toMatchObject({
      roles: ['CEO at Globex', 'buyer at Acme, to 2026-11-01'],
      asked: ['Who signs?'],
    })
    const { news, before } = await office.uow.read(everything, async (stores) => {
      const told = await stores.news.get(newsId ?? '')
      return { news: told, before: await stores.roles.get(told?.beforeRoleId ?? '') }
    })
    expect(news).toMatchObject({ kind: 'new-role', endsRoleId: null })
    expect(before).toMatchObject({ title: 'buyer', company: 'Acme' })
  })

  it('answers not where they went by a title without a company', async () => {
    const { office, frank, hears, here, known } = await hearingOfFrank({ title: 'buyer', company: '' })
    done(await ask(office, await here(), frank.id, 'Where did they go?'))
    await hears({ title: 'head chef' })
    expect(await known()).toMatchObject({
      roles: ['buyer at , to 2026-11-20', 'head chef at '],
      asked: ['Where did they go?'],
    })
  })
})

describe('whoever is there now', () => {
  it('is nobody for a role without a company, or without a title', async () => {
    for (const held of [
      { title: 'buyer', company: '' },
      { title: '', company: 'Acme' },
    ]) {
      const { hears, known, someone, claims } = await hearingOfFrank(held)
      await hears({ left: true })
      expect((await known()).news).toEqual(['left'])
      expect(await claims()).toMatchObject([{ recorded: { someoneId: null } }])
      expect(await someone()).toBeNull()
    }
  })

  it('is nobody with a name where the one who is named was forgotten', async () => {
    const { office, hears, someone } = await hearingOfFrank()
    const susan = { name: 'Susan Bell', address: 'susan@acme.example' }
    const known = await office.knows(await office.asker(), { name: susan.name, addresses: [susan.address] })
    expect(await forget(office.uow, await office.asker(), known.id)).toMatchObject({ ok: true })
    await hears({ left: true, successor: susan })
    expect(await someone()).toMatchObject({ name: 'Someone', addresses: [] })
  })
})

describe('a source that speaks', () => {
  it('changes nothing by what is older than what it said', async () => {
    const { hears, tells, known, claims } = await hearingOfFrank()
    await hears({ ...file, title: 'buyer', company: 'Acme' })
    const before = await known()
    expect(await tells({ ...file, ...globex, observedAt: earlier })).toMatchObject({
      why: { reason: 'nothing-changed' },
    })
    expect(await known()).toEqual(before)
    expect(await claims()).toEqual([])
  })

  it('is remembered with what it said before, where it tells of a departure that is known', async () => {
    const { office, frank, hears, here, known } = await hearingOfFrank()
    await hears({ title: 'Buyer', company: 'Acme', observedAt: earlier })
    done(await leaveRole(office, await here(), { personId: frank.id, company: null, on: '2026-11-01' }))
    expect(await hears({ left: true })).toMatchObject({ verdict: { kind: 'known-already' }, newsId: null })
    expect((await known()).news).toEqual(['left'])
    const last = await office.uow.read(everything, ({ sightings }) =>
      sightings.last(frank.id, 'hook:crm', 'frank'),
    )
    expect(last).toMatchObject({ title: 'Buyer', company: 'Acme', observedAt: '2026-11-20T10:00:00.000Z' })
  })
})
