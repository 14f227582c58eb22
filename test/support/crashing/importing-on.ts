import { setTimeout as pause } from 'node:timers/promises'
import type { Rows } from './rows.js'
import { idOf, type World } from './world.js'

/** A file as LinkedIn writes it. */
const fileOf = (rows: number): string =>
  [
    'First Name,Last Name,URL,Email Address,Company,Position,Connected On',
    ...Array.from(
      { length: rows },
      (_, i) =>
        `Person,Number${i},https://www.linkedin.com/in/person-${i},p${i}@import.example,Company ${i % 9},Buyer,01 Sep 2026`,
    ),
  ].join('\n')

/** What Ana reads of her file, of all that the bot says in their DM. */
const wordsOfFile = (world: World) => {
  const ana = idOf('ana')
  const direct = world.slack.places.dm(ana).id
  return world.slack
    .seenBy(ana, direct)
    .filter(({ user }) => user === world.slack.botUserId)
    .map((seen) => ({ seen, says: world.slack.visibleText(seen) }))
    .filter(({ says }) => /people\.csv|import/i.test(says))
}
export const readOfFile = (world: World): string[] => wordsOfFile(world).map(({ says }) => says)
const cameToNothing = /stopped in the middle|no longer there/

/** Somebody drops a file into their DM, and again where nothing came of it, until it is in. Answers how often; 0 for never. */
export const importingOn = async (world: World, rows: number): Promise<number> => {
  const ana = idOf('ana')
  const direct = world.slack.places.dm(ana).id
  const isIn = () => wordsOfFile(world).some(({ says }) => says.includes('people.csv is in:'))
  for (let drops = 1; !world.closed; drops++) {
    await world.slack.until(() => world.slack.isConnected || world.closed, {
      timeoutMs: 300_000,
      what: 'a bot',
    })
    if (world.closed) break
    const before = wordsOfFile(world).length
    await world.slack.as(ana).share(direct, 'people.csv', fileOf(rows))
    for (let looks = 0; looks < 40 && !world.closed; looks++) {
      await pause(250)
      if (isIn()) return drops
      const news = wordsOfFile(world).slice(before)
      const preview = news.find(({ says }) => says.includes('[Import]'))
      if (preview !== undefined)
        await world.slack
          .as(ana)
          .press(preview.seen, 'Import')
          .catch(() => {})
      else if (news.some(({ says }) => cameToNothing.test(says))) break
      // While it goes on, nobody hands it in again.
      if (wordsOfFile(world).some(({ says }) => says.includes('I am importing'))) looks -= 1
    }
  }
  return isIn() ? 1 : 0
}

/** What an import brought, but for ids and the moments at which it was written. */
export const broughtBy = (rows: Rows): Readonly<Record<string, readonly string[]>> => {
  const people = (rows.people ?? []).filter(({ name }) => /^Person Number/.test(String(name)))
  const ids = new Map(people.map(({ id, name }) => [id, String(name)]))
  const named = (table: string, columns: readonly string[]): string[] =>
    (rows[table] ?? [])
      .filter((row) => ids.has(row.person_id ?? row.id))
      .map((row) => [ids.get(row.person_id ?? row.id), ...columns.map((column) => row[column])].join(' | '))
      .sort()
  return {
    people: named('people', ['addresses', 'rhythm', 'owner_id', 'home', 'source']),
    roles: named('roles', ['title', 'company', 'until_on', 'source']),
    person_keys: named('person_keys', ['key', 'kind']),
    search_entries: named('search_entries', ['source', 'kind']),
    sightings: named('sightings', ['title', 'company']),
  }
}
