import { describe, expect, it } from 'vitest'
import { clientOf, refusal } from '../support/client.js'
import { closeAfterEach, openSlack } from '../support/open-slack.js'

closeAfterEach()

async function openWorkspace(options: Parameters<typeof openSlack>[0] = {}) {
  const slack = await openSlack(options)
  const ana = slack.people.add({ name: 'ana' })
  const sales = slack.places.add({ name: 'sales', members: [ana.id] })
  return { slack, client: clientOf(slack), ana: slack.as(ana.id), channel: sales.id }
}

describe('posting', () => {
  it('keeps metadata, which history shows in full only when asked', async () => {
    const { client, channel } = await openWorkspace()
    const metadata = { event_type: 'nudge', event_payload: { id: 'n1' } }
    await client.chat.postMessage({ channel, text: 'x', metadata })
    const shown = async (include_all_metadata: boolean) =>
      (await client.conversations.history({ channel, include_all_metadata })).messages?.[0]?.metadata
    expect(await shown(true)).toEqual(metadata)
    expect(await shown(false)).toEqual({ event_type: 'nudge' })
  })

  it('refuses what Slack refuses, with a pointer to each fault', async () => {
    const { client, channel } = await openWorkspace()
    const post = (more: object) => client.apiCall('chat.postMessage', { channel, ...more })
    expect(await refusal(post({ text: '  ' }))).toBe('no_text')
    expect(await refusal(post({ text: 'x', blocks: 'no json' }))).toBe('invalid_blocks_format')
    expect(await refusal(post({ text: 'x', metadata: { event_type: 'a' } }))).toBe('invalid_metadata_schema')
    const section = { type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(2_900) } }
    expect(await refusal(post({ text: 'x', blocks: Array(5).fill(section) }))).toBe('msg_blocks_too_long')
    const bad = await post({
      text: 'x',
      blocks: [{ type: 'header', text: { type: 'mrkdwn', text: '' } }],
    }).catch((cause) => cause.data)
    expect(bad.error).toBe('invalid_blocks')
    expect(bad.response_metadata.messages).toEqual([
      '[ERROR] must be one of: plain_text [json-pointer:/blocks/0/text/type]',
      '[ERROR] must be more than 0 characters [json-pointer:/blocks/0/text/text]',
    ])
  })

  it('takes one message a second for each channel when told to', async () => {
    const { client, channel } = await openWorkspace({ onePostASecond: true })
    await client.chat.postMessage({ channel, text: 'one' })
    await expect(client.chat.postMessage({ channel, text: 'two' })).rejects.toMatchObject({ retryAfter: 1 })
  })
})

describe('changing', () => {
  it('is for the own messages that are still there', async () => {
    const { client, channel, ana, slack } = await openWorkspace()
    const hers = await ana.say(channel, 'mine')
    expect(await refusal(client.chat.update({ channel, ts: hers.ts, text: 'x' }))).toBe('cant_update_message')
    expect(await refusal(client.chat.delete({ channel, ts: hers.ts }))).toBe('cant_delete_message')
    const { ts = '' } = await client.chat.postMessage({ channel, text: 'one', blocks: [{ type: 'divider' }] })
    await client.chat.update({ channel, ts, text: 'two' })
    expect(slack.messageAt(channel, ts)).toMatchObject({
      text: 'two',
      blocks: [{ type: 'divider' }],
      isEdited: true,
    })
    expect(await refusal(client.chat.update({ channel, ts, text: 'x'.repeat(4_001) }))).toBe('msg_too_long')
    await client.chat.delete({ channel, ts })
    expect(await refusal(client.chat.update({ channel, ts, text: 'x' }))).toBe('message_not_found')
  })

  it('does not find ephemeral messages', async () => {
    const { client, channel, ana } = await openWorkspace()
    const { message_ts: ts = '' } = await client.chat.postEphemeral({
      channel,
      user: ana.user.id,
      text: 'psst',
    })
    expect(ana.sees(channel)).toMatchObject([{ text: 'psst', isEphemeral: true }])
    expect(await refusal(client.chat.update({ channel, ts, text: 'x' }))).toBe('message_not_found')
    expect((await client.conversations.history({ channel })).messages).toEqual([])
  })
})

describe('reading', () => {
  it('goes newest first, between two moments, page by page', async () => {
    const { client, channel, ana } = await openWorkspace()
    const stamps: string[] = []
    for (const text of ['a', 'b', 'c', 'd']) stamps.push((await ana.say(channel, text)).ts)
    const [a, , , d] = stamps
    const read = async (more: object) =>
      (await client.conversations.history({ channel, ...more })).messages?.map(({ text }) => text).join('')
    expect(await read({})).toBe('dcba')
    expect(await read({ oldest: a, latest: d })).toBe('cb')
    expect(await read({ oldest: a, latest: d, inclusive: true })).toBe('dcba')
    const first = await client.conversations.history({ channel, limit: 3 })
    expect(first.has_more).toBe(true)
    expect(await read({ limit: 3, cursor: first.response_metadata?.next_cursor })).toBe('a')
    expect(await refusal(client.conversations.history({ channel, cursor: 'nonsense' }))).toBe(
      'invalid_cursor',
    )
  })

  it('gives a thread by its parent, and one message by the ts of a reply', async () => {
    const { client, channel, ana } = await openWorkspace()
    const parent = await ana.say(channel, 'parent')
    const reply = await ana.say(channel, 'reply', { threadTs: parent.ts })
    const read = async (ts: string) =>
      (await client.conversations.replies({ channel, ts })).messages?.map(({ text }) => text)
    expect(await read(parent.ts)).toEqual(['parent', 'reply'])
    expect(await read(reply.ts)).toEqual(['reply'])
    expect(await refusal(read('1.000000'))).toBe('thread_not_found')
    const { messages } = await client.conversations.history({ channel })
    expect(messages).toMatchObject([{ text: 'parent', reply_count: 1, thread_ts: parent.ts }])
  })

  it('tells reactions and the way to a message', async () => {
    const { client, channel, ana } = await openWorkspace()
    const said = await ana.say(channel, 'x')
    await ana.react(channel, said.ts, ':coffee:')
    const { message } = await client.reactions.get({ channel, timestamp: said.ts })
    expect(message?.reactions).toEqual([{ name: 'coffee', users: [ana.user.id], count: 1 }])
    const { permalink } = await client.chat.getPermalink({ channel, message_ts: said.ts })
    expect(permalink).toBe(`https://practice.slack.com/archives/${channel}/p${said.ts.replace('.', '')}`)
  })
})
