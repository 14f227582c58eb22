import { describe, expect, test } from 'vitest'
import { ourSignature } from '../../src/hooks/signatures.js'
import { asked, pressed } from '../support/doing.js'
import { hooks, later, secrets, tells } from '../support/hooking.js'
import { aTeam, type Team } from '../support/team.js'

/** A Saturday; people come up on Monday. */
const saturday = '2026-11-21T16:00:00.000Z'
const minutes = (n: number): string => new Date(Date.parse(saturday) + n * 60_000).toISOString()
const monday = '2026-11-23T16:00:00.000Z'

const withFrank = async (): Promise<Team> => {
  const team = await aTeam({ hooks })
  await team.types(
    team.ana,
    team.customers,
    '/person add Frank Ortiz, facilities manager at Acme frank@acme.example',
  )
  return team
}
const card = (team: Team) => team.types(team.ana, team.customers, '/person frank')
const newsOf = (posts: readonly string[]) => posts.filter((post) => post.includes('Frank'))

describe('our own webhook', () => {
  test('title and company that come apart are one change, told once', async () => {
    const team = await withFrank()
    expect((await tells(team, { email: 'frank@acme.example', title: 'VP Operations' })).status).toBe(202)
    await later(team, minutes(2))
    expect(await card(team)).toContain('facilities manager at Acme')
    expect((await tells(team, { email: 'Frank@acme.example', company: 'Globex' })).status).toBe(202)
    await later(team, minutes(4))
    expect(await card(team)).toContain('facilities manager at Acme')
    await later(team, minutes(6))
    expect(await card(team)).toContain('VP Operations at Globex')
    const told = newsOf(await team.pass(monday))
    expect(told).toHaveLength(1)
    expect(told[0]).toContain('VP Operations at Globex')
    expect(newsOf(await team.pass('2026-11-24T16:00:00.000Z'))).toEqual([])
  })

  test('who goes on speaking is waited for ten minutes', async () => {
    const team = await withFrank()
    for (const minute of [0, 2, 4, 6, 8]) {
      team.setClock(minutes(minute))
      await tells(team, { email: 'frank@acme.example', title: `VP Operations ${minute}` })
      await later(team, minutes(minute + 1))
    }
    expect(await card(team)).toContain('facilities manager')
    await later(team, minutes(10))
    expect(await card(team)).toContain('VP Operations 8')
  })

  test('what was known earlier and arrives later changes nothing', async () => {
    const team = await withFrank()
    const said = { email: 'frank@acme.example', company: 'Globex' }
    await tells(team, { ...said, title: 'VP Operations', observed_at: '2026-11-20T09:00:00Z' })
    await tells(team, { ...said, title: 'Director', observed_at: '2026-11-19T09:00:00Z' })
    await later(team, minutes(4))
    expect(await card(team)).toContain('VP Operations at Globex')
    await tells(team, { ...said, title: 'Plant manager', observed_at: '2026-11-18T09:00:00Z' })
    await later(team, minutes(8))
    expect(await card(team)).toContain('VP Operations at Globex')
  })

  test('a replay is refused, a retry is nothing, and both are told once', async () => {
    const team = await withFrank()
    const said = { email: 'frank@acme.example', title: 'VP Operations', company: 'Globex' }
    const at = Math.floor(Date.now() / 1000)
    expect((await tells(team, said, { at })).status).toBe(202)
    expect((await tells(team, said, { at })).status).toBe(409)
    expect((await tells(team, said, { at: at + 1 })).status).toBe(200)
    await later(team, minutes(4))
    expect((await tells(team, said, { at: at + 2 })).status).toBe(200)
    await later(team, minutes(8))
    expect(newsOf(await team.pass(monday))).toHaveLength(1)
  })

  test('what is forged or stale is refused, and so is what is no message', async () => {
    const team = await withFrank()
    const said = { email: 'frank@acme.example', title: 'VP Operations', source: 'script' }
    const now = Math.floor(Date.now() / 1000)
    const right = ourSignature(secrets.people, String(now), Buffer.from(JSON.stringify(said)))
    const other = `${right.slice(0, -1)}${right.endsWith('0') ? '1' : '0'}`
    expect((await tells(team, said, { at: now, signature: other })).status).toBe(401)
    expect((await tells(team, said, { secret: 'another-secret-altogether' })).status).toBe(401)
    expect((await tells(team, said, { at: now - 310 })).status).toBe(401)
    expect(await tells(team, '{"email":')).toMatchObject({ status: 400 })
    expect((await tells(team, { email: 'frank', title: 'VP' })).says).toContain('email')
    expect(await tells(team, 'x'.repeat(64 * 1024 + 1))).toMatchObject({ status: 413 })
    const url = `http://127.0.0.1:${team.bot.port}/hooks/people`
    expect((await fetch(url)).status).toBe(405)
    await later(team, minutes(4))
    expect(await card(team)).toContain('facilities manager at Acme')
  })

  test('without a secret it is not there', async () => {
    const team = await aTeam()
    expect((await tells(team, { email: 'frank@acme.example', title: 'VP' })).status).toBe(404)
    const url = `http://127.0.0.1:${team.bot.port}/hooks/hubspot`
    expect((await fetch(url, { method: 'POST', body: '[]' })).status).toBe(404)
  })

  test('nobody is introduced by it; what it said waits until a teammate introduces them', async () => {
    const team = await aTeam({ hooks })
    const said = {
      email: 'frank@acme.example',
      name: 'Frank Ortiz',
      title: 'VP Operations',
      company: 'Globex',
    }
    expect((await tells(team, said)).status).toBe(202)
    await later(team, minutes(4))
    expect(await card(team)).not.toContain('Globex')
    await team.types(
      team.ana,
      team.customers,
      '/person add Frank Ortiz, facilities manager at Acme frank@acme.example',
    )
    await later(team, minutes(6))
    expect(await card(team)).toContain('VP Operations at Globex')
  })

  test('by a name alone it is asked about', async () => {
    const team = await withFrank()
    await tells(team, { name: 'frank ortiz', title: 'VP Operations', company: 'Globex' })
    await later(team, minutes(4))
    const asked = newsOf(await team.pass(monday))
    expect(asked).toHaveLength(1)
    expect(asked[0]).toMatch(/script.* says that they are VP Operations at Globex now.*Is it so\?/)
  })

  test('who is reached at a new address is asked about by name', async () => {
    const team = await withFrank()
    const said = {
      email: 'frank@globex.example',
      name: 'Frank Ortiz',
      title: 'VP Operations',
      company: 'Globex',
    }
    await tells(team, said)
    await later(team, minutes(4))
    expect(await card(team)).toContain('facilities manager at Acme')
    const asks = newsOf(await team.pass(monday))
    expect(asks).toHaveLength(1)
    expect(asks[0]).toMatch(/VP Operations at Globex now.*Is it so\?/)
    await tells(team, { ...said, name: 'Franca Ortiz', source: 'other' })
    await later(team, '2026-11-23T16:10:00.000Z')
    expect(await team.pass('2026-11-24T16:00:00.000Z')).toEqual([])
  })

  test('of several who share an address the one who is named is meant', async () => {
    const team = await withFrank()
    await team.types(team.ana, team.customers, '/person add Dana Cho, buyer at Acme office@acme.example')
    const is = await asked(
      team,
      team.ana,
      team.customers,
      'add Susan Bell, planner at Acme office@acme.example',
    )
    await pressed(team, team.ana, is, 'No, somebody else')
    await tells(team, { email: 'office@acme.example', title: 'CFO', company: 'Globex' })
    await later(team, minutes(4))
    expect(await team.types(team.ana, team.customers, '/person dana')).not.toContain('Globex')
    await tells(team, { email: 'office@acme.example', name: 'Dana Cho', title: 'CFO', company: 'Globex' })
    await later(team, minutes(8))
    expect(await team.types(team.ana, team.customers, '/person dana')).toContain('CFO at Globex')
    expect(await team.types(team.ana, team.customers, '/person susan')).not.toContain('Globex')
  })

  test('1,001 at once are all taken in, and told once', async () => {
    const team = await withFrank()
    const statuses = new Set<number>()
    const now = Math.floor(Date.now() / 1000)
    const send = async (nth: number): Promise<void> => {
      const observed_at = new Date(Date.parse('2026-11-20T09:00:00Z') + nth * 1000).toISOString()
      const said = { email: 'frank@acme.example', title: `VP number ${nth}`, company: 'Globex', observed_at }
      statuses.add((await tells(team, said, { at: now })).status)
    }
    await Promise.all(Array.from({ length: 1001 }, (_, nth) => send(nth)))
    expect([...statuses]).toEqual([202])
    await later(team, minutes(4))
    expect(await card(team)).toContain('VP number 1000 at Globex')
    expect(newsOf(await team.pass(monday))).toHaveLength(1)
  })
})
