import { describe, expect, it } from 'vitest'
import { SlackUnavailable } from '../../src/app/ports.js'
import { anOffice, monday, type Office } from './office.js'
import { plans, promises } from './promised.js'

const tuesday = '2026-11-24T16:00:00.000Z'
const both = ['UANA', 'UBEN']

/** Frank lives in #quiet, which Ana and Ben read; a promise of Ben's in #room, which they read as well. */
const promisedApart = async (): Promise<Office> => {
  const office = await anOffice()
  office.channel('QUIET', { kind: 'private' }, both)
  office.channel('ROOM', { kind: 'private' }, both)
  const frank = await office.knows(await office.asker('UANA', 'QUIET'))
  await promises(office, await office.asker('UBEN', 'ROOM'), frank, '2026-11-23', 'a word with his boss')
  return office
}
const guestsIn = ({ directory }: Office, channelId: string) => ({
  ...directory,
  hasGuests: async (id: string) => id === channelId,
})

describe('what no place can tell whose readers may see both it and its person', () => {
  it('is told by DM to whoever wrote it down, once, from one private channel about another', async () => {
    const office = await promisedApart()
    const passes = await Promise.all([plans(office), plans(office), plans(office)])
    expect(passes.flatMap(({ raised }) => raised)).toEqual([['teammate:UBEN', 'a word with his boss']])
    expect((await plans(office, tuesday)).raised).toEqual([])
  })

  it('is told so too where guests read: where it was typed, or where the person lives', async () => {
    for (const [lives, typed, withGuests] of [
      ['CUSTOMERS', 'ROOM', 'ROOM'],
      ['ROOM', 'CUSTOMERS', 'ROOM'],
    ] as const) {
      const office = await anOffice()
      office.channel('ROOM', { kind: 'private' }, both)
      const frank = await office.knows(await office.asker('UANA', lives))
      await promises(office, await office.asker('UBEN', typed), frank, '2026-11-23', 'call')
      const { raised } = await plans(office, monday, guestsIn(office, withGuests))
      expect(raised, typed).toEqual([['teammate:UBEN', 'call']])
    }
  })

  it('is told to whoever looks after them once its writer has left, or may not see one of both', async () => {
    const left = await promisedApart()
    left.user('UBEN', { standing: 'gone' })
    const shutOut = await promisedApart()
    shutOut.channel('QUIET', {}, ['UANA'])
    for (const office of [left, shutOut])
      expect((await plans(office)).raised).toEqual([['teammate:UANA', 'a word with his boss']])
  })

  it('is told to nobody when they may not see both either', async () => {
    const office = await promisedApart()
    office.user('UBEN', { standing: 'gone' })
    office.channel('ROOM', {}, ['UBEN'])
    expect((await plans(office)).raised).toEqual([])
  })

  it('is told to its writer where the bot cannot speak and the owner has left', async () => {
    const office = await anOffice()
    office.channel('LOBBY', {})
    const frank = await office.knows(await office.asker('UBEN', 'LOBBY'))
    await promises(office, await office.asker('UANA', 'LOBBY'), frank, '2026-11-23', 'call')
    office.channel('LOBBY', { botIsIn: false })
    office.user('UBEN', { standing: 'gone' })
    expect((await plans(office)).raised).toEqual([['teammate:UANA', 'call']])
  })

  it('waits for Slack to say who reads there, rather than pass its writer over', async () => {
    const office = await promisedApart()
    const susan = await office.knows(await office.asker(), { name: 'Susan Bell' })
    await promises(office, await office.asker('UBEN', null), susan, '2026-11-23', 'write')
    await promises(office, await office.asker('UANA', null), susan, '2026-11-23', 'read')
    const members = async (id: string) => {
      if (id === 'QUIET') throw new SlackUnavailable('Slack does not say who is in QUIET')
      return office.directory.members(id)
    }
    const { raised, leftOut } = await plans(office, monday, { ...office.directory, members })
    expect(raised).toEqual([])
    expect(leftOut).toEqual(expect.arrayContaining(['teammate:UBEN', 'teammate:UANA']))
    expect((await plans(office)).raised).toEqual([
      ['teammate:UANA', 'read'],
      ['teammate:UBEN', 'a word with his boss', 'write'],
    ])
  })
})
