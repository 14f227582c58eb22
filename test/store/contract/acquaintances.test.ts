import { expect, it } from 'vitest'
import { ana, ben, onEachEngine, secret, today, type Workspace } from './workspace.js'

const at = (here: Workspace, userId: string, except = '') =>
  here.read(userId, async ({ acquaintances }) =>
    (await acquaintances.at('acme lighting', except, 10)).map(({ name, roles }) => [
      name,
      ...roles.map(({ title, untilOn }) => `${title} ${untilOn}`),
    ]),
  )
const told = (here: Workspace, userId: string, words: readonly string[], except = '') =>
  here.read(userId, async ({ acquaintances }) =>
    (await acquaintances.told(words, except, 10)).map(({ name, text, kind }) => `${name} ${kind}: ${text}`),
  )

onEachEngine('acquaintances', (workspace) => {
  it('at a company are those whom somebody spoke to, as far as the asker heard, the last one first', async () => {
    const here = workspace()
    const [frank, susan, silent] = [
      await here.knows('Frank Ortiz'),
      await here.knows('Susan Bell'),
      await here.knows('Ken Park'),
    ]
    const hidden = await here.knows('Zelda Quist', { home: secret })
    const role = here.role(susan, 'buyer', 'Acme Lighting, Inc.')
    await here.does(ana, async (s) => {
      for (const each of [frank, hidden, silent]) await s.roles.add(here.role(each, 'smith', 'ACME Lighting'))
      await s.roles.add(role)
      await s.roles.add(here.role(susan, 'adviser', 'Acme Lighting', { home: secret }))
      await s.roles.add(here.role(susan, 'painter', 'Globex'))
      await s.news.add(
        here.news(susan, role.id, { home: secret, endsRoleId: role.id, kind: 'left', on: today }),
      )
      for (const each of [frank, hidden]) await s.interactions.add(here.contact(each, '2026-11-03'))
      await s.interactions.add(here.contact(susan, '2026-11-01'))
      await s.interactions.add(here.contact(susan, '2026-11-09', { home: secret }))
      await s.interactions.add(here.contact(silent, '2026-11-09', { home: secret }))
    })
    expect(await at(here, ben)).toEqual([
      ['Frank Ortiz', 'smith null'],
      ['Susan Bell', 'buyer null'],
    ])
    expect(await at(here, ben, frank.id)).toEqual([['Susan Bell', 'buyer null']])
    const seen = await at(here, ana)
    expect(
      seen
        .map(([name]) => name)
        .slice(0, 2)
        .sort(),
    ).toEqual(['Ken Park', 'Susan Bell'])
    expect(seen.map(([name]) => name)).toContain('Zelda Quist')
    expect(seen.find(([name]) => name === 'Susan Bell')).toEqual(
      expect.arrayContaining([`buyer ${today}`, 'adviser null']),
    )
    expect(await at(here.another(), ana)).toEqual([])
  })

  it('are told of in notes and contacts that have the words, where the asker may read them', async () => {
    const here = workspace()
    const frank = await here.knows('Frank Ortiz')
    const susan = await here.knows('Susan Bell')
    const silent = await here.knows('Leeds Park')
    const hidden = await here.knows('Zelda Quist', { home: secret })
    await here.does(ana, async (s) => {
      for (const each of [frank, susan, hidden]) await s.interactions.add(here.contact(each, '2026-11-01'))
      await s.interactions.add(here.contact(susan, '2026-11-04', { text: 'back from Leeds' }))
      await s.notes.add(here.note(susan, 'lives in Leeds', { on: '2026-11-02' }))
      await s.notes.add(here.note(susan, 'sings in Leeds', { home: secret, on: '2026-11-01' }))
      await s.notes.add(here.note(frank, 'from Leeds', { on: '2026-11-03' }))
      await s.notes.add(here.note(silent, 'lives in Leeds'))
      await s.notes.add(here.note(hidden, 'lives in Leeds'))
      await s.commitments.add(here.promise(susan, 'a map of Leeds'))
    })
    const susans = ['Susan Bell interaction: back from Leeds', 'Susan Bell note: lives in Leeds']
    expect(await told(here, ben, ['leeds'], frank.id)).toEqual(susans)
    expect(await told(here, ben, ['leeds'])).toContain('Frank Ortiz note: from Leeds')
    expect((await told(here, ana, ['leeds'], frank.id)).sort()).toEqual(
      [...susans, 'Susan Bell note: sings in Leeds', 'Zelda Quist note: lives in Leeds'].sort(),
    )
    expect(await told(here, ana, ['leeds', 'lives'], frank.id)).toHaveLength(2)
    for (const words of [[], [''], ['…'], ['york']]) expect(await told(here, ana, words)).toEqual([])
    expect(await told(here.another(), ana, ['leeds'])).toEqual([])
  })

  it('are nobody where everybody is told of with the same words', async () => {
    const here = workspace()
    const [frank, susan] = [await here.knows('Frank Ortiz'), await here.knows('Susan Bell')]
    await here.does(ana, async (s) => {
      await s.interactions.add(here.contact(susan, '2026-11-01'))
      for (let n = 0; n < 2_000; n++) await s.notes.add(here.note(susan, `lives in Leeds ${n}`))
    })
    expect(await told(here, ana, ['leeds'], frank.id)).toHaveLength(10)
    await here.does(ana, (s) => s.notes.add(here.note(susan, 'lives in Leeds too')))
    expect(await told(here, ana, ['leeds'], frank.id)).toEqual([])
  }, 60_000)
})
