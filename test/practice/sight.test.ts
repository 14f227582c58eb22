import { describe, expect, it } from 'vitest'
import { clientOf } from './support/client.js'
import { closeAfterEach, openSlack } from './support/open-slack.js'

closeAfterEach()

async function openWorkspace() {
  const slack = await openSlack()
  const ana = slack.people.add({ name: 'ana', realName: 'Ana Ruiz' })
  const sales = slack.places.add({ name: 'sales', members: [ana.id] })
  return { slack, ana: slack.as(ana.id), channel: sales.id }
}

describe('who sees what', () => {
  it('depends on membership, standing and address', async () => {
    const { slack, ana, channel } = await openWorkspace()
    const ben = slack.people.add({ name: 'ben' })
    const guest = slack.people.add({ name: 'gus', standing: 'guest' })
    const outsider = slack.people.add({ name: 'otto', standing: 'outsider' })
    await ana.say(channel, 'hello')
    await clientOf(slack).chat.postEphemeral({ channel, user: ana.user.id, text: 'psst' })
    const seen = (userId: string) => slack.seenBy(userId, channel).map(({ text }) => text)
    expect(seen(ana.user.id)).toEqual(['hello', 'psst'])
    expect(seen(ben.id)).toEqual(['hello'])
    expect([seen(guest.id), seen(outsider.id)]).toEqual([[], []])
    slack.places.join(channel, outsider.id)
    expect(seen(outsider.id)).toEqual(['hello'])
    for (const { id } of [ben, ana.user]) {
      slack.people.deactivate(id)
      expect(seen(id)).toEqual([])
    }
  })
})

describe('what is read', () => {
  it('is blocks before text, buttons and options with them, and entities undone in mrkdwn alone', async () => {
    const { slack, ana } = await openWorkspace()
    const plain = (text: string) => ({ type: 'plain_text', text })
    const mrkdwn = (text: string) => ({ type: 'mrkdwn', text })
    const blocks = [
      { type: 'header', text: plain('A &amp; B') },
      {
        type: 'section',
        text: mrkdwn(`A &amp; B <https://x.example|there> <@${ana.user.id}>`),
        fields: [plain('f')],
      },
      { type: 'context', elements: [mrkdwn('small')] },
      {
        type: 'actions',
        elements: [
          { type: 'button', text: plain('Go') },
          {
            type: 'static_select',
            placeholder: plain('Pick'),
            options: [{ text: plain('One'), value: '1' }],
          },
        ],
      },
    ]
    expect(slack.visibleText({ text: 'unread', blocks }).split('\n')).toEqual([
      'A &amp; B',
      'A & B there @ana',
      'f',
      'small',
      '[Go]',
      'Pick',
      '(One)',
    ])
    expect(slack.visibleText({ text: 'read &lt;this&gt;', blocks: [] })).toBe('read <this>')
  })

  it('is live where it rings, mentions or links', async () => {
    const { slack } = await openWorkspace()
    const section = (text: string, verbatim?: boolean) => ({
      type: 'section',
      text: { type: 'mrkdwn', text, ...(verbatim ? { verbatim } : {}) },
    })
    const live = slack.liveMarkup({
      text: '<!channel>',
      blocks: [
        section('<@U1> <#C1|x> <mailto:a@b.example|a> https://x.example'),
        section('https://y.example', true),
      ],
    })
    expect(live).toEqual({
      broadcasts: ['channel'],
      users: ['U1'],
      channels: ['C1'],
      links: ['mailto:a@b.example'],
      autoLinks: ['https://x.example'],
    })
    const none = { broadcasts: [], users: [], channels: [], links: [], autoLinks: [] }
    expect(
      slack.liveMarkup({ text: '&lt;!channel&gt;', blocks: [section('&lt;https://x|y&gt;', true)] }),
    ).toEqual(none)
  })
})

describe('what is typed', () => {
  it('is escaped as Slack does it', async () => {
    const { ana, channel } = await openWorkspace()
    const { id } = ana.user
    const typed = async (text: string) => (await ana.say(channel, text)).text
    expect(await typed('a & b <c>')).toBe('a &amp; b &lt;c&gt;')
    expect(await typed('<!channel> & <https://x.example|y>')).toBe(
      '&lt;!channel&gt; &amp; &lt;<https://x.example>|y&gt;',
    )
    expect(await typed('@ana and <@U0NOBODY> in #sales')).toBe(
      `<@${id}> and &lt;@U0NOBODY&gt; in <#${channel}|sales>`,
    )
    expect(await typed('frank@acme.example @here')).toBe(
      '<mailto:frank@acme.example|frank@acme.example> <!here>',
    )
    expect(await typed('#feeling')).toBe('#feeling')
    expect((await ana.say(channel, '<!channel>', { raw: true })).text).toBe('<!channel>')
  })
})
