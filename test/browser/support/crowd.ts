import { servePage } from '../../../src/practice/page/serve-page.js'
import { startSocketApp } from '../../practice/support/bolt-app.js'
import { atEnd, openSlack } from '../../practice/support/open-slack.js'

const given = [
  'Wilhelmina',
  'Ταμάρα',
  'Jean-Baptiste',
  'משה',
  'Nguyễn',
  'عبد الرحمن',
  'Ólafur',
  'Zoë',
  '光子',
  'Bo',
]
const family = [
  'Featherstonehaugh-Cholmondeley-Marjoribanks',
  'בן־גוריון',
  'Wolfeschlegelsteinhausenbergerdorff',
  'الخوارزمي',
  'Li',
]
const plain = (text: string) => ({ type: 'plain_text' as const, text })

/** A hundred people with long and right-to-left names, who say all that blocks can say. */
export const openCrowd = async () => {
  const slack = await openSlack({ now: () => Date.parse('2026-11-24T14:05:00Z') })
  const running = await startSocketApp(slack, () => {})
  atEnd(() => running.stop())
  const people = Array.from({ length: 100 }, (_, index) =>
    slack.people.add({
      name: `p${index}`,
      realName: `${given[index % given.length]} ${family[index % family.length]}`,
      ...(index % 7 === 3 ? { standing: 'guest' as const } : {}),
    }),
  )
  const ids = people.map(({ id }) => id)
  const topic =
    'A topic that goes on and on, about everything that anybody could ever want to say here, twice'
  const hall = slack.places.add({ name: 'hall', topic, members: ids })
  slack.places.add({
    name: 'a-channel-with-a-name-that-is-as-long-as-slack-lets-a-channel-name-be-which-is-80',
    kind: 'private',
    members: ids,
  })
  slack.places.add({ name: 'אנשים-שלנו', members: ids, extShared: true })
  const first = slack.as(ids[0] ?? '')
  for (const id of ids.slice(0, 12))
    await slack
      .as(id)
      .say(
        hall.id,
        'שלום לכולם! Frank אמר ש־"הכול טוב" :coffee: https://example.com/a/very/long/address/that/has/no/place/to/break/at/all?and=goes&on=and&on=for&ever=1',
      )
  const said = await first.say(hall.id, `*bold* _italic_ ~gone~ \`code\` @p3 ${'unbreakable'.repeat(30)}`)
  for (const id of ids.slice(0, 30)) await slack.as(id).react(hall.id, said.ts, 'coffee')
  for (const emoji of ['ear', 'memo', 'tada', 'heart', 'eyes', 'fire', 'no_such_emoji_at_all_here'])
    await first.react(hall.id, said.ts, emoji)
  await slack.as(ids[1] ?? '').say(hall.id, 'A reply', { threadTs: said.ts })
  await running.app.client.chat.postMessage({ channel: hall.id, text: 'All blocks', blocks: everyBlock })
  servePage(slack, {
    clock: { now: () => new Date('2026-11-24T14:05:00Z'), moveTo: async () => {}, zone: 'America/New_York' },
    meaningful: [
      { name: 'telephone_receiver', means: 'called' },
      { name: 'ear', means: 'heard' },
    ],
    verbs: [{ word: 'show', who: true, example: 'show frank' }],
    guide: [
      {
        title: 'Say hello',
        type: 'hello to a hundred people',
        begins: 'hello',
        look: 'A hundred answers.',
        done: 'typed',
      },
    ],
    next: async () => [
      {
        channelId: hall.id,
        at: '2026-11-25T14:00:00Z',
        what: 'morning digest',
        people: [{ name: `${given[0]} ${family[2]}`, why: 'quiet for 40 days, rhythm: 30 days' }],
      },
    ],
  })
  return slack
}

const options = ['One', 'Two words', 'שלוש'].map((text) => ({ text: plain(text), value: text }))
const everyBlock = [
  {
    type: 'header' as const,
    text: plain('A header that is rather long, so that it has to go on to the next line on a phone'),
  },
  {
    type: 'section' as const,
    text: { type: 'mrkdwn' as const, text: '> quoted\n> twice\nthen *not*\n```code that does not break```' },
    accessory: { type: 'overflow' as const, action_id: 'more', options },
  },
  {
    type: 'section' as const,
    fields: ['*Left*\n1', '*Right*\n2'].map((text) => ({ type: 'mrkdwn' as const, text })),
  },
  { type: 'divider' as const },
  {
    type: 'actions' as const,
    elements: [
      ...['Primary', 'A button with a text that is as long as Slack lets a button be'].map((text, index) => ({
        type: 'button' as const,
        action_id: `b${index}`,
        text: plain(text),
        style: 'primary' as const,
      })),
      { type: 'static_select' as const, action_id: 's', placeholder: plain('Later'), options },
      { type: 'datepicker' as const, action_id: 'd', initial_date: '2026-11-24' },
      { type: 'radio_buttons' as const, action_id: 'r', options },
      { type: 'checkboxes' as const, action_id: 'c', options },
    ],
  },
  {
    type: 'rich_text' as const,
    elements: [
      {
        type: 'rich_text_list' as const,
        style: 'bullet' as const,
        elements: ['one', 'שתיים'].map((text) => ({
          type: 'rich_text_section' as const,
          elements: [{ type: 'text' as const, text, style: { bold: true } }],
        })),
      },
      {
        type: 'rich_text_quote' as const,
        elements: [{ type: 'text' as const, text: 'in their own words' }],
      },
    ],
  },
  {
    type: 'context' as const,
    elements: [{ type: 'mrkdwn' as const, text: 'Small print, and *what* it says' }],
  },
]
