import { afterEach, describe, expect, onTestFinished, test } from 'vitest'
import { StoreUnavailable } from '../../../src/app/ports.js'
import { doneBefore, reply } from '../../../src/slack/answer.js'
import type { Among } from '../../../src/slack/connection/edge-for.js'
import { memoryStore } from '../../support/stores.js'
import { Delivering, gate } from './delivering.js'

let slack: Delivering
afterEach(() => slack.end())

const hurried = { patience: { commandMs: 20, formMs: 20, lookupMs: 20 } }
/** As patient as it is with Slack: what another may be about to answer is waited for. */
const usual = {}
const kept = reply({ text: 'Kept', blocks: [] })
const command = { workspaceId: 'T1', id: 'same' }
const told = () => slack.slack.until(() => slack.slack.responses.length > 0 && slack.slack.responses)

/** What processes know of each other, on a database; `more` stands in for a part of it. */
const onDatabase = async (more: (among: Among) => Partial<Among> = () => ({})): Promise<Among> => {
  const store = await memoryStore()
  onTestFinished(() => store.close())
  const { homes, answers, owed, heard } = store
  const among: Among = { homes, answers, owed, tell: heard.tell, isShared: true }
  return { ...among, ...more(among) }
}
const nobodyRevoked = (): void => {}
const itsDatabaseIs = (owe: Among['owed']['owe']) => onDatabase(({ owed }) => ({ owed: { ...owed, owe } }))

describe('A command that takes longer than Slack waits', () => {
  test('is owed before it is acknowledged, and until it is answered', async () => {
    const { opened, open } = gate()
    const among = await onDatabase()
    slack = await Delivering.to({ typed: () => opened.then(() => kept) }, hurried, nobodyRevoked, among)
    expect(await slack.command('note', { trigger_id: 'same' })).toEqual({})
    expect(await among.owed.isOwed(command)).toBe(true)
    open()
    expect(await told()).toMatchObject([{ text: 'Kept' }])
    await expect.poll(() => among.owed.isOwed(command)).toBe(false)
  })

  test.each([
    ['is away', () => Promise.reject(new StoreUnavailable('gone', 'gone'))],
    ['does not answer', () => new Promise<never>(() => {})],
  ])('is acknowledged and answered, once, when the database %s', async (_, owe) => {
    const { opened, open } = gate()
    const among = await itsDatabaseIs(owe)
    slack = await Delivering.to({ typed: () => opened.then(() => kept) }, hurried, nobodyRevoked, among)
    expect(await slack.command('note frank likes tea')).toEqual({})
    open()
    expect(await told()).toMatchObject([{ text: 'Kept' }])
  })

  test('is owed as soon as a slow database takes it, and not any more when it was answered by then', async () => {
    const { opened: taken, open: take } = gate()
    const { opened, open } = gate()
    const paid: string[] = []
    const among = await onDatabase(({ owed }) => ({
      owed: {
        ...owed,
        owe: (...draft) => taken.then(() => owed.owe(...draft)),
        paid: (delivery, by) => owed.paid(delivery, by).finally(() => paid.push(delivery.id)),
      },
    }))
    slack = await Delivering.to({ typed: () => opened.then(() => kept) }, hurried, nobodyRevoked, among)
    expect(await slack.command('note', { trigger_id: 'same' })).toEqual({})
    open()
    expect(await told()).toMatchObject([{ text: 'Kept' }])
    take()
    await expect.poll(() => paid).toEqual(['same'])
    expect(await among.owed.isOwed(command)).toBe(false)
  })

  test('that is answered by whoever took it over is not answered once more', async () => {
    const { opened, open } = gate()
    const among = await onDatabase(({ owed }) => ({
      owed: { ...owed, owe: async () => false },
    }))
    slack = await Delivering.to({ typed: () => opened.then(() => kept) }, hurried, nobodyRevoked, among)
    expect(await slack.command('note')).toEqual({})
    open()
    await slack.bot.stop()
    expect(slack.slack.responses).toEqual([])
  })
})

describe('A command that was carried out before, by a process that is not there any more', () => {
  test('is answered', async () => {
    slack = await Delivering.to({ typed: async () => doneBefore }, usual, nobodyRevoked, await onDatabase())
    expect(await slack.command('note')).toMatchObject({ text: expect.stringContaining('done already') })
  })

  test('is known by what it caused, also where it would be asked about now', async () => {
    const among = await onDatabase()
    const listeners = { typed: async () => kept, carriedOut: async (_: string, id: string) => id === 'same' }
    slack = await Delivering.to(listeners, usual, nobodyRevoked, among)
    expect(await slack.command('add', { trigger_id: 'same' })).toMatchObject({
      text: expect.stringContaining('done already'),
    })
    expect(await slack.command('add')).toMatchObject({ text: 'Kept' })
  })

  test('is left to the one that owes the answer', async () => {
    const among = await onDatabase()
    await among.owed.owe(
      { ...command, kind: 'command', payload: '{}' },
      'another',
      '2026-11-23T10:00:00.000Z',
    )
    slack = await Delivering.to({ typed: async () => doneBefore }, hurried, nobodyRevoked, among)
    expect(await slack.command('note', { trigger_id: 'same' })).toEqual({})
  })
})

describe('A press', () => {
  const pressing = async (among: Among) => {
    const { opened, open } = gate()
    slack = await Delivering.to(
      { presses: { p: () => opened.then(() => kept) } },
      hurried,
      nobodyRevoked,
      among,
    )
    return open
  }

  test('that takes long is owed before it is acknowledged', async () => {
    const among = await onDatabase()
    const open = await pressing(among)
    expect(await slack.press('p', { value: 'x' }, { trigger_id: 'same' })).toEqual({})
    expect(await among.owed.isOwed(command)).toBe(true)
    open()
    expect(await told()).toMatchObject([{ text: 'Kept' }])
    await expect.poll(() => among.owed.isOwed(command)).toBe(false)
  })

  test('is not acknowledged before it is answered when nobody else would answer it', async () => {
    const asked = gate()
    const among = await itsDatabaseIs(async () => {
      asked.open()
      throw new StoreUnavailable('gone', 'gone')
    })
    const open = await pressing(among)
    const acknowledged = slack.press('p', { value: 'x' })
    await asked.opened
    // What comes behind it is acknowledged, so this one would have been by then.
    await slack.command('help')
    expect(slack.slack.open.flatMap(({ acks }) => [...acks.keys()])).toEqual(['e2'])
    open()
    expect(await acknowledged).toEqual({})
    expect(await told()).toMatchObject([{ text: 'Kept' }])
  })

  test('that a process carried out which is not there any more is answered by the one that it is brought to next', async () => {
    const among = await onDatabase()
    const presses = { p: async () => doneBefore }
    slack = await Delivering.to({ presses }, usual, nobodyRevoked, among)
    await slack.press('p', { value: 'x' }, { trigger_id: 'same' })
    expect(await told()).toMatchObject([{ text: expect.stringContaining('done already') }])
  })

  test('that a process which lives carried out is answered by that one alone', async () => {
    const among = await onDatabase()
    const now = '2026-11-23T10:00:00.000Z'
    const another = { ...command, id: 'answered' }
    await among.owed.owe({ ...command, kind: 'press', payload: '{}' }, 'another', now)
    await among.answers.claim(another, now)
    await among.answers.done(another)
    const presses = { p: async () => doneBefore }
    slack = await Delivering.to({ presses }, usual, nobodyRevoked, among)
    await slack.press('p', { value: 'x' }, { trigger_id: 'same' })
    await slack.press('p', { value: 'x' }, { trigger_id: 'answered' })
    await slack.bot.stop()
    expect(slack.slack.responses).toEqual([])
  })
})
