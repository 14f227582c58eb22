import { expect, it } from 'vitest'
import { channelHome, type Home } from '../../../src/domain/audience.js'
import type { Person } from '../../../src/domain/person.js'
import type { RoleQuestion } from '../../../src/domain/role-change/role-question.js'
import type { Sighting } from '../../../src/domain/role-change/sighting.js'
import { draft, post } from './drafts.js'
import { ana, at, ben, customers, onEachEngine, secret, today, type Workspace } from './workspace.js'

const sighting = (here: Workspace, person: Person, given: Partial<Sighting> = {}): Sighting => ({
  id: here.newId(),
  personId: person.id,
  home: customers,
  by: ana,
  at,
  source: 'linkedin:UANA',
  key: 'frank-ortiz',
  title: 'buyer',
  company: 'Acme',
  observedAt: at,
  ...given,
})
const claim = (here: Workspace, person: Person, given: Partial<RoleQuestion> = {}): RoleQuestion => ({
  id: here.newId(),
  personId: person.id,
  home: customers,
  by: ana,
  at,
  source: 'slack',
  observedAt: at,
  words: 'CEO, Globex',
  change: {
    kind: 'new-company',
    was: { title: 'buyer', company: 'Acme' },
    is: { title: 'CEO', company: 'Globex' },
  },
  why: 'unsure',
  successor: { name: 'Dana Reyes', address: null },
  answered: null,
  recorded: null,
  ...given,
})

onEachEngine('what sources say of roles', (workspace) => {
  it('reads back as it was written, by person and by what the source calls them', async () => {
    const here = workspace()
    const [frank, lily] = [await here.knows('Frank Ortiz'), await here.knows('Lily Chen')]
    const first = sighting(here, frank, { key: 'old-slug', observedAt: '2026-09-01T10:00:00.000Z' })
    const said = sighting(here, frank)
    const other = sighting(here, lily, { key: 'lily', source: 'hubspot' })
    await here.does(ana, async ({ sightings }) => {
      for (const each of [said, first, other]) await sightings.add(each)
    })
    await here.read(ben, async ({ sightings }) => {
      expect(await sightings.get(said.id)).toEqual(said)
      expect(await sightings.last(frank.id, 'linkedin:UANA', 'frank-ortiz')).toEqual(said)
      expect(await sightings.last(frank.id, 'linkedin:UANA', 'old-slug')).toEqual(first)
      // A source that calls them otherwise by now goes on from its newest word.
      expect(await sightings.last(frank.id, 'linkedin:UANA', 'newest-slug')).toEqual(said)
      expect(await sightings.last(frank.id, 'hubspot', 'lily')).toBeNull()
      expect(await sightings.called('hubspot', ['lily', 'frank-ortiz'])).toEqual([other])
      expect(await sightings.called('hubspot', [])).toEqual([])
    })
  })

  it('keeps each claim, the newest first, and those that wait for an answer apart', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    const asked = claim(here, frank)
    const left = claim(here, frank, {
      words: null,
      successor: null,
      change: { kind: 'left', was: { title: '', company: 'Acme' }, is: null },
      why: 'certain',
      answered: { as: 'recorded', by: 'source:hubspot', at },
      recorded: { newsId: 'w1', closedRoleId: 'r1', begunRoleId: null, questionId: 'q1', someoneId: null },
    })
    await here.does(ana, ({ roleQuestions }) => roleQuestions.add(asked))
    await here.does(ana, ({ roleQuestions }) => roleQuestions.add(left))
    await here.read(ben, async ({ roleQuestions }) => {
      expect(await roleQuestions.get(left.id)).toEqual(left)
      expect(await roleQuestions.of(frank.id)).toEqual([left, asked])
      expect(await roleQuestions.open(frank.id)).toEqual([asked])
      expect(await roleQuestions.recent(5)).toEqual([asked])
    })
  })

  it('is told to nobody who may not see where it was said, or the person', async () => {
    const here = workspace()
    const [frank, lily] = [await here.knows('Frank Ortiz'), await here.knows('Lily Chen', { home: secret })]
    await here.does(ana, async ({ sightings, roleQuestions }) => {
      for (const [person, home] of [
        [frank, secret],
        [lily, customers],
      ] as const) {
        await sightings.add(sighting(here, person, { home, source: 'hubspot', key: person.id }))
        await roleQuestions.add(claim(here, person, { home }))
      }
    })
    const seen = (userId: string) =>
      here.read(userId, async ({ sightings, roleQuestions }) => ({
        sightings: (await sightings.called('hubspot', [frank.id, lily.id])).length,
        open: (await roleQuestions.recent(5)).length,
        of: (await roleQuestions.of(frank.id)).length + (await roleQuestions.of(lily.id)).length,
      }))
    expect(await seen(ben)).toEqual({ sightings: 0, open: 0, of: 0 })
    expect(await seen(ana)).toEqual({ sightings: 2, open: 2, of: 2 })
    expect(await here.another().read(ana, ({ roleQuestions }) => roleQuestions.recent(5))).toEqual([])
  })

  it('brings its person up until it is answered or taken back, and its nudge stands as long', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz', { rhythm: 'never' })
    const near = { people: [], rest: 2 }
    const homes = () => here.keep(({ posts }) => posts.homesWithNews())
    const candidates = () =>
      here.keep(({ posts }) => posts.candidates({ homes: [customers], dueBy: today, near }))
    expect(await candidates()).toEqual([])
    const asked = claim(here, frank)
    const actId = await here.does(ana, ({ roleQuestions }) => roleQuestions.add(asked))
    expect(await candidates()).toMatchObject([{ person: { id: frank.id }, news: [], roleQuestions: [asked] }])
    expect(await homes()).toEqual([customers])
    const reason = { kind: 'role-question', occasion: asked.id } as const
    await here.keep(({ posts }) => posts.plan(post('p1'), [draft('n1', frank.id, [reason])]))
    expect(await homes()).toEqual([])
    const unanswered = async () => {
      const outcome = await here.tries(ana, {}, async ({ nudges }) => ({
        ok: true,
        value: await nudges.unanswered(frank.id),
      }))
      return outcome.ok ? outcome.value : null
    }
    expect(await unanswered()).toMatchObject({ nudges: [{ id: 'n1' }], roleQuestionIds: [asked.id] })
    const answeredId = await here.does(ben, ({ roleQuestions }) =>
      roleQuestions.change(asked.id, { answered: { as: 'not-so', by: ben, at } }),
    )
    expect(await candidates()).toEqual([])
    expect(await unanswered()).toMatchObject({ roleQuestionIds: [] })
    await here.takesBack(ben, answeredId)
    expect(await candidates()).toHaveLength(1)
    await here.takesBack(ana, actId)
    expect(await candidates()).toEqual([])
    expect(await here.readAll(({ roleQuestions }) => roleQuestions.of(frank.id))).toEqual([])
  })

  it('moves with its channel', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    const [said, asked] = [sighting(here, frank), claim(here, frank)]
    await here.does(ana, async ({ sightings, roleQuestions }) => {
      await sightings.add(said)
      await roleQuestions.add(asked)
    })
    const home: Home = channelHome('CMOVED')
    await here.keep(async ({ places }) => {
      await places.know(customers, 'UTC')
      await places.moved(customers, home)
    })
    await here.readAll(async ({ sightings, roleQuestions }) => {
      expect(await sightings.get(said.id)).toEqual({ ...said, home })
      expect(await roleQuestions.get(asked.id)).toEqual({ ...asked, home })
    })
  })
})
