import { describe, expect, it } from 'vitest'
import type { Asker } from '../../src/app/asker.js'
import { removeEntry } from '../../src/app/entries/remove-entry.js'
import { aboutWhom, type ReactedMessage } from '../../src/app/reactions/about-whom.js'
import { logReaction, type ReactionDetails, reactionKey } from '../../src/app/reactions/log-reaction.js'
import { withdrawReaction } from '../../src/app/reactions/withdraw-reaction.js'
import { anOffice, everything, type Office } from './office.js'

const details = (given: Partial<ReactionDetails> = {}): ReactionDetails => ({
  channelId: 'CUSTOMERS',
  messageTs: '1.1',
  emoji: 'telephone_receiver',
  eventTs: '1.2',
  meaning: 'called',
  text: 'Great call',
  on: '2026-11-20',
  ...given,
})

/** Puts the reaction on, as Slack says it, and logs it. */
const react = async (
  office: Office,
  asker: Asker,
  personId: string,
  given: Partial<ReactionDetails> = {},
) => {
  const reaction = details(given)
  const key = reactionKey(reaction, asker.userId)
  await office.uow.keep(everything, ({ desk }) =>
    desk.reactionTurned({ key, eventTs: reaction.eventTs, on: true }),
  )
  return logReaction(office, asker, personId, reaction)
}
const contacts = (office: Office, personId: string) =>
  office.uow.read(everything, ({ interactions }) => interactions.of(personId, { limit: 9, offset: 0 }))

describe('a teammate who reacts twice', () => {
  it('with two emoji is in one contact, until both are off', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const frank = await office.knows(ana, { offstage: true })
    await react(office, ana, frank.id)
    expect(await react(office, ana, frank.id)).toMatchObject({ why: { reason: 'repeated' } })
    expect(await react(office, ana, frank.id, { emoji: 'coffee', meaning: 'met' })).toMatchObject({
      value: { joined: false },
    })
    expect(await contacts(office, frank.id)).toMatchObject([{ kind: 'called', teammates: ['UANA'] }])
    await withdrawReaction(office, ana, details())
    expect(await contacts(office, frank.id)).toHaveLength(1)
    await withdrawReaction(office, ana, details({ emoji: 'coffee' }))
    expect(await contacts(office, frank.id)).toEqual([])
  })

  it('about two people logs each', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const frank = await office.knows(ana)
    const susan = await office.knows(ana, { name: 'Susan Bell' })
    await react(office, ana, frank.id)
    await react(office, ana, susan.id)
    expect([await contacts(office, frank.id), await contacts(office, susan.id)]).toMatchObject([[{}], [{}]])
    expect(await withdrawReaction(office, ana, details())).toEqual({ ok: true, value: 2 })
    expect([await contacts(office, frank.id), await contacts(office, susan.id)]).toEqual([[], []])
  })

  it('meets somebody who was offstage', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const frank = await office.knows(ana, { offstage: true })
    await react(office, ana, frank.id)
    expect(await office.uow.read(everything, ({ people }) => people.get(frank.id))).toMatchObject({
      offstage: false,
    })
  })
})

describe('what a reaction logged and somebody removed by hand', () => {
  it('is not joined but logged anew, and its taking off harms nothing', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const ben = await office.asker('UBEN')
    const frank = await office.knows(ana)
    await react(office, ana, frank.id)
    await react(office, ana, frank.id, { emoji: 'memo', meaning: 'note' })
    const [contact] = await contacts(office, frank.id)
    const [note] = await office.uow.read(everything, ({ notes }) =>
      notes.of(frank.id, { limit: 9, offset: 0 }),
    )
    await removeEntry(office, ana, frank.id, { kind: 'interaction', id: contact?.id ?? '' })
    await removeEntry(office, ana, frank.id, { kind: 'note', id: note?.id ?? '' })
    expect(await react(office, ben, frank.id)).toMatchObject({ value: { joined: false } })
    await withdrawReaction(office, ana, details())
    await withdrawReaction(office, ana, details({ emoji: 'memo' }))
    expect(await contacts(office, frank.id)).toMatchObject([{ teammates: ['UBEN'] }])
    expect(await withdrawReaction(office, ana, details())).toEqual({ ok: true, value: 0 })
  })
})

describe('whom a message is about', () => {
  const message = (text: string, given: Partial<ReactedMessage> = {}): ReactedMessage => ({
    channelId: 'CUSTOMERS',
    ts: '2.1',
    text,
    links: [],
    authorId: null,
    root: null,
    ...given,
  })
  it('by a link under another name, never by one word or initials', async () => {
    const office = await anOffice()
    const ana = await office.asker()
    const frank = await office.knows(ana, { addresses: ['https://www.linkedin.com/in/Frank/'] })
    const cher = await office.knows(ana, { name: 'Cher' })
    const of = async (text: string, given: Partial<ReactedMessage> = {}) => {
      const { certain, possible } = await aboutWhom(office.uow, ana, message(text, given))
      return [certain.map(({ id }) => id), possible.map(({ id }) => id)]
    }
    expect(await of('his page', { links: ['http://linkedin.com/in/frank'] })).toEqual([[frank.id], []])
    expect(await of('Cher was glad')).toEqual([[], [cher.id]])
    expect(await of('fo sho')).toEqual([[], []])
    const root = { ts: '2.0', text: 'About Frank Ortiz', links: [], authorId: null }
    expect(await of('Cher too', { root })).toEqual([[frank.id], [cher.id]])
  })
})
