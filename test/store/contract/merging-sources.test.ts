import { expect, it } from 'vitest'
import { knownOf, madeOne } from './made-one.js'
import { claimed, sighted } from './sources-say.js'
import { ana, ben, onEachEngine, secret, type Workspace } from './workspace.js'

/** Sources speak of both; of the second in a place that Ben does not see, too. */
const bothSpokenOf = async (here: Workspace) => {
  const frank = await here.knows('Frank Ortiz')
  const francis = await here.knows('Francis Ortiz')
  await here.does(ana, async ({ sightings, roleQuestions }) => {
    await sightings.add(sighted(here, frank, { key: 'frank' }))
    await sightings.add(sighted(here, francis, { key: 'francis' }))
    await roleQuestions.add(claimed(here, francis))
    await roleQuestions.add(claimed(here, francis, { home: secret, source: 'hubspot' }))
  })
  return { frank, francis }
}

onEachEngine('what sources said of two who are one', (workspace) => {
  it('is said of the first, to nobody who did not see it, and is given back', async () => {
    const here = workspace()
    const { frank, francis } = await bothSpokenOf(here)
    const before = await knownOf(here, frank, francis)
    const { merge } = await madeOne(here, frank, francis)
    const heard = (userId: string) =>
      here.read(userId, async ({ sightings, roleQuestions }) => ({
        keys: (await sightings.of(frank.id)).map(({ key }) => key),
        claims: (await roleQuestions.of(frank.id)).map(({ source }) => source).sort(),
      }))
    expect(await heard(ana)).toEqual({ keys: ['francis', 'frank'], claims: ['hubspot', 'slack'] })
    expect(await heard(ben)).toEqual({ keys: ['francis', 'frank'], claims: ['slack'] })
    await here.does(ana, ({ merges }) => merges.unmerge(merge.id, []), { kind: 'unmerge' })
    expect(await knownOf(here, frank, francis)).toEqual(before)
  })

  it('goes with the role that came of it, when that came since and is the second’s', async () => {
    const here = workspace()
    const { frank, francis } = await bothSpokenOf(here)
    const { merge } = await madeOne(here, frank, francis)
    const role = here.role(frank, 'CEO', 'Globex')
    const news = here.news(frank, role.id)
    const recorded = {
      newsId: news.id,
      closedRoleId: null,
      begunRoleId: role.id,
      questionId: null,
      someoneId: null,
    }
    await here.does(ana, async (stores) => {
      await stores.roles.add(role)
      await stores.news.add(news)
      await stores.roleQuestions.add(claimed(here, frank, { source: 'hook:crm', recorded }))
    })
    const since = await here.read(ana, ({ merges }) => merges.since(merge.id))
    expect(since).toEqual([{ kind: 'role', id: role.id }])
    await here.does(ana, ({ merges }) => merges.unmerge(merge.id, since), { kind: 'unmerge' })
    await here.read(ana, async ({ roleQuestions, news: all }) => {
      expect((await roleQuestions.of(frank.id)).map(({ source }) => source)).toEqual([])
      expect((await roleQuestions.of(francis.id)).map(({ source }) => source).sort()).toEqual([
        'hook:crm',
        'hubspot',
        'slack',
      ])
      expect((await all.of(francis.id)).map(({ id }) => id)).toEqual([news.id])
    })
  })
})
