import { describe, expect, it } from 'vitest'
import type { PracticeSlack, PracticeSlackOptions } from '../../src/practice/slack.js'
import { closeAfterEach, openSlack } from './support/open-slack.js'
import { startRawBot } from './support/raw-bot.js'

closeAfterEach()

/** A workspace with a bot that hears everything; `heard` names what it was told, in order. */
async function openWorkspace(options: Partial<PracticeSlackOptions> = {}) {
  const slack = await openSlack(options)
  await slack.deliverTo(await startRawBot(() => 200))
  const ana = slack.people.add({ name: 'ana' })
  const sales = slack.places.add({ name: 'sales', members: [ana.id] })
  return { slack, ana: slack.as(ana.id), channel: sales.id }
}

function told(slack: PracticeSlack): Record<string, unknown>[] {
  return slack.traffic
    .filter(({ kind, direction }) => kind === 'event' && direction === 'out')
    .map(({ body }) => (body as { event: Record<string, unknown> }).event)
}

function types(slack: PracticeSlack): unknown[] {
  return told(slack).map(({ type, subtype }) => subtype ?? type)
}

describe('the bot is told', () => {
  it('who came and went, and what became of a channel', async () => {
    const { slack, channel } = await openWorkspace()
    const ben = slack.people.add({ name: 'ben' })
    slack.places.join(channel, ben.id)
    slack.places.leave(channel, ben.id)
    slack.places.share(channel)
    slack.places.archive(channel)
    expect(types(slack)).toEqual([
      'member_joined_channel',
      'member_left_channel',
      'channel_shared',
      'channel_archive',
    ])
    expect(told(slack)[0]).toMatchObject({ user: ben.id, channel, channel_type: 'C', team: slack.teamId })
  })

  it('of its own coming and going, and of nothing where it is not', async () => {
    const { slack, ana } = await openWorkspace()
    const away = slack.places.add({ name: 'away', kind: 'private', members: [ana.user.id], withBot: false })
    await ana.say(away.id, 'unheard')
    slack.places.join(away.id, slack.botUserId)
    await ana.say(away.id, 'heard')
    slack.places.leave(away.id, slack.botUserId)
    await ana.say(away.id, 'unheard again')
    expect(types(slack)).toEqual(['member_joined_channel', 'message', 'member_left_channel'])
    expect(told(slack)[1]).toMatchObject({ text: 'heard', channel_type: 'group' })
  })

  it('of changed profiles', async () => {
    const { slack, ana } = await openWorkspace()
    slack.people.change(ana.user.id, { title: 'VP', statusText: 'away' })
    slack.people.deactivate(ana.user.id)
    expect(told(slack)).toMatchObject([
      {
        type: 'user_change',
        user: { id: ana.user.id, deleted: false, profile: { title: 'VP', status_text: 'away' } },
      },
      { type: 'user_change', user: { deleted: true } },
    ])
    expect(() => slack.as(ana.user.id)).toThrow('deactivated')
  })

  it('of messages, mentions, edits, deletions and reactions', async () => {
    const { slack, ana, channel } = await openWorkspace()
    const said = await ana.say(channel, 'well, @tester')
    await ana.react(channel, said.ts, 'coffee::skin-tone-3')
    await ana.react(channel, said.ts, 'coffee::skin-tone-3')
    await ana.unreact(channel, said.ts, 'coffee::skin-tone-3')
    await ana.edit(channel, said.ts, 'never mind')
    await ana.remove(channel, said.ts)
    expect(types(slack)).toEqual([
      'message',
      'app_mention',
      'reaction_added',
      'reaction_removed',
      'message_changed',
      'message_deleted',
    ])
    expect(told(slack)[2]).toMatchObject({
      reaction: 'coffee::skin-tone-3',
      item: { type: 'message', channel, ts: said.ts },
      item_user: ana.user.id,
    })
  })

  it('where somebody of another organisation comes from', async () => {
    const { slack, channel } = await openWorkspace()
    const otto = slack.people.add({ name: 'otto', standing: 'outsider' })
    slack.places.share(channel)
    slack.places.join(channel, otto.id)
    await slack.as(otto.id).say(channel, 'good day')
    expect(told(slack).at(-1)).toMatchObject({ user: otto.id, user_team: 'T0ELSEWHERE' })
    expect(slack.traffic.at(-1)?.body).toMatchObject({ is_ext_shared_channel: true })
    const run = await slack.as(otto.id).command(channel, '/try it')
    expect(run).toMatchObject({ delivered: false, error: 'unknown_command' })
    expect((await slack.as(otto.id).shortcut('start')).delivered).toBe(false)
    expect(slack.problems).toEqual([])
  })
})

describe('nobody can', () => {
  it('do what Slack would not let them do', async () => {
    const { slack, ana, channel } = await openWorkspace()
    const ben = slack.as(slack.people.add({ name: 'ben' }).id)
    const said = await ana.say(channel, 'mine')
    await expect(ben.say(channel, 'x')).rejects.toThrow('is not in sales')
    await expect(ben.command(channel, '/try')).rejects.toThrow('is not in sales')
    await expect(ben.edit(channel, said.ts, 'x')).rejects.toThrow('wrote no message')
    await expect(ana.press(said, 'Go')).rejects.toThrow('0 elements fit "Go". There are:\n- none')
    slack.places.archive(channel)
    await expect(ana.say(channel, 'x')).rejects.toThrow('archived')
    expect(() => slack.as('U0NOBODY')).toThrow('Nobody here')
  })
})

describe('the clock', () => {
  it('stamps messages, each apart, even while it stands still or goes back', async () => {
    let now = Date.parse('2026-12-01T15:00:00Z')
    const { ana, channel } = await openWorkspace({ now: () => now })
    const stamps = [(await ana.say(channel, 'a')).ts, (await ana.say(channel, 'b')).ts]
    now -= 1_000
    stamps.push((await ana.say(channel, 'c')).ts)
    now += 1_000
    stamps.push((await ana.say(channel, 'd')).ts)
    const second = now / 1_000
    expect(stamps[0]).toBe(`${second}.000000`)
    expect(stamps[2]).toBe(`${second - 1}.000000`)
    expect(new Set(stamps).size).toBe(4)
    expect(Number(stamps[3])).toBeGreaterThan(Number(stamps[1]))
  })
})

describe('waiting', () => {
  it('ends with the change that was waited for, with the cause of a failure, or with what was missing', async () => {
    const { slack, ana, channel } = await openWorkspace()
    const waiting = slack.until(() => ana.sees(channel).find(({ text }) => text === 'now'))
    await ana.say(channel, 'not yet')
    await ana.say(channel, 'now')
    expect((await waiting)?.text).toBe('now')
    const broken = slack.until(() => {
      throw new Error('broken')
    })
    await expect(broken).rejects.toThrow('broken')
    const vain = slack.until(() => false, { timeoutMs: 1, what: 'rain' })
    await expect(vain).rejects.toThrow('Waited 1 ms in vain for: rain')
  })
})
