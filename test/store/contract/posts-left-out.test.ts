import { expect, it } from 'vitest'
import { draft, post } from './drafts.js'
import { ana, customers, onEachEngine, today } from './workspace.js'

onEachEngine('what a post does not say', (workspace) => {
  it('what a post goes out without raised nobody; what was answered was told', async () => {
    const here = workspace()
    const [frank, lily] = [await here.knows('Frank Ortiz'), await here.knows('Lily Chen')]
    await here.keep(({ posts }) => posts.plan(post('p1'), [draft('n1', frank.id), draft('n2', lily.id)]))
    await here.does(ana, ({ nudges }) => nudges.answer('n2', { kind: 'not-needed', by: ana }))
    await here.keep(async ({ posts }) => {
      await posts.leaveOut([])
      await posts.leaveOut(['n1', 'n2', 'nonsense'].map((nudgeId) => ({ nudgeId, reasons: [], times: 1 })))
      expect((await posts.nudgesOf('p1')).map(({ id }) => id)).toEqual(['n2'])
      expect(await posts.raisedOn(customers, today)).toBe(1)
      expect(await posts.plan(post('p2'), [draft('n3', frank.id), draft('n4', lily.id)])).toEqual(['n3'])
    })
  })

  it('a nudge that goes out with some of its reasons raised those alone', async () => {
    const here = workspace()
    const { id } = await here.knows('Frank Ortiz')
    const reasons = [
      { kind: 'promise', occasion: 'c1@2026-11-24' },
      { kind: 'quiet', occasion: '2026-11-20' },
    ] as const
    await here.keep(async ({ posts }) => {
      await posts.plan(post('p1'), [{ ...draft('n1', id), reasons, times: 3 }])
      await posts.leaveOut([{ nudgeId: 'n1', reasons: reasons.slice(0, 1), times: 2 }])
      expect(await posts.nudgesOf('p1')).toMatchObject([{ id: 'n1', reasons: reasons.slice(0, 1), times: 2 }])
      await posts.plan(post('p2'), [{ ...draft('n2', id), reasons }])
      expect(await posts.nudgesOf('p2')).toMatchObject([{ id: 'n2', reasons: reasons.slice(1) }])
    })
  })
})
