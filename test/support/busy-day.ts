import { ourSignature } from '../../src/hooks/signatures.js'
import { verbs } from '../../src/slack/command/verbs.js'
import { labelsIn } from './labels.js'
import { ana, customers, quiet, type Workspace } from './process-team.js'

/** Whom and what the day is about: none of it may be found in what the bot logs. */
export const planted = [
  'quillon',
  'zarafelt',
  'brunhilda',
  'xylograph',
  'ombudswright',
  'vexmoor',
  'quokkas',
  'zarafelt.example',
  'ana ruiz',
  '614-555-0142',
] as const

export type Day = Workspace & { readonly port: number; readonly hookSecret: string }
type Deed = (day: Day) => Promise<unknown>

const who = 'Quillon Zarafelt'
const typed: readonly string[] = [
  `add ${who}, ombudswright at Vexmoor quillon@zarafelt.example`,
  `add Brunhilda Vexmoor, xylograph keeper at Zarafelt brunhilda@zarafelt.example`,
  `note ${who} breeds quokkas, call 614-555-0142 #feeling #body`,
  `heard ${who} my xylograph is older than I am`,
  `met ${who} 60 days ago: "quokkas are kind"`,
  `met Brunhilda Vexmoor 60 days ago: xylograph`,
  `every ${who} 2 weeks`,
  `promise ${who} by tomorrow: send the xylograph`,
  `tie ${who} reports to Brunhilda`,
  ...Object.values(verbs).map(({ example }) => example('quillon')),
  `note quilon xylograph`,
  `xylograph the quokkas`,
  `met quillon 31 february: xylograph`,
  `note ${who} ${'xylograph '.repeat(900)}`,
  `find "quokkas OR (zarafelt* AND NEAR -xylograph`,
  `find zarafelt:quokkas`,
  `add ${'Zarafelt '.repeat(80)}`,
  `undo`,
  `<!channel> quokkas <@U0NOBODY|zarafelt> <https://zarafelt.example|quokkas>`,
]

const files: Readonly<Record<string, string>> = {
  'zarafelt-good.csv':
    'First Name,Last Name,URL,Email Address,Company,Position,Connected On\r\nQuillon,Zarafelt,https://www.linkedin.com/in/zarafelt,quillon@zarafelt.example,Vexmoor,Xylograph,12 Mar 2021\r\n',
  'zarafelt-odd.csv': 'Zarafelt;Quokkas\nXylograph;"Brunhilda "Vexmoor" quokkas\n',
  'zarafelt-cut.csv': 'First Name,Last Name,Email Address\r\n"Quillon,"Zarafelt\r\n',
  'zarafelt.vcf':
    'BEGIN:VCARD\r\nVERSION:4.0\r\nFN;X=zarafelt:Quillon\r\nzarafelt quokkas\r\nEMAIL:quillon@@zarafelt',
  'zarafelt.xlsx': 'PK\u0003\u0004 quokkas zarafelt',
  'zarafelt.json': '{"name": "Quillon Zarafelt" xylograph}',
  'zarafelt.bin': '\u0000\u0001zarafelt',
}

const hook = async ({ port, hookSecret }: Day, body: string, isSigned = true): Promise<void> => {
  const at = String(Math.floor(Date.now() / 1000))
  const signature = isSigned ? ourSignature(hookSecret, at, Buffer.from(body)) : 'zarafelt'
  const headers = { 'x-personable-timestamp': at, 'x-personable-signature': signature }
  await fetch(`http://127.0.0.1:${port}/hooks/people`, { method: 'POST', body, headers })
}
const said = JSON.stringify({
  source: 'script',
  email: 'quillon@zarafelt.example',
  name: who,
  title: 'xylograph of quokkas',
  company: 'Vexmoor',
})

/** What comes at all comes soon; much of what is tried here is answered by nothing. */
const soon = { timeoutMs: 400 }

const presses: Deed = async ({ slack }) => {
  const actor = slack.as(ana)
  const asked = async (line: string) =>
    (await actor.command(customers, line)).answer({ timeoutMs: 2_000 }).catch(() => null)
  for (const line of ['/person quillon', '/person due', '/person settings', '/person', '/person quilon']) {
    const first = await asked(line)
    for (const label of first === null ? [] : labelsIn(first).slice(0, 8)) {
      const shown = await asked(line)
      const run = shown === null ? null : await actor.press(shown, label).catch(() => null)
      const form = await run?.modal(soon).catch(() => null)
      if (!form) continue
      await actor.submit(form, { text: 'xylograph quokkas', note: 'zarafelt', name: who }).catch(() => null)
      await actor.submit(form, {}).catch(() => null)
    }
  }
}

const talks: Deed = async ({ slack, direct }) => {
  const actor = slack.as(ana)
  const bot = `<@${slack.botUserId}>`
  await actor.say(direct, 'note quillon quokkas in a DM')
  const { ts } = await actor.say(
    customers,
    `Called Quillon Zarafelt about the xylograph quillon@zarafelt.example`,
  )
  await actor.say(customers, `${bot} heard quillon quokkas again`, { raw: true })
  await actor.say(customers, `${bot} xylograph`, { raw: true, threadTs: ts })
  for (const emoji of ['telephone_receiver', 'ear', 'memo', 'coffee']) await actor.react(customers, ts, emoji)
  await actor.unreact(customers, ts, 'ear')
  for (const id of ['log-conversation', 'remember-this']) {
    const form = await (await actor.shortcut(id, { channelId: customers, ts })).modal()
    await actor.suggest(form, 'people', 'zarafelt').catch(() => null)
    await actor.submit(form, {}).catch(() => null)
  }
  await actor.openHome()
}

const brings: Deed = async ({ slack, direct }) => {
  const actor = slack.as(ana)
  for (const [name, content] of Object.entries(files)) {
    const view = await (await actor.command(customers, '/person import')).modal()
    // Slack itself takes no other endings there.
    if (/csv$|vcf$/.test(name)) await actor.submit(view, { file: actor.bring(name, content) })
    await actor.share(direct, name, content, `quokkas in ${name}`)
  }
}

const speaks: Deed = async (day) => {
  for (const body of [
    said,
    said,
    '{"name": "Quillon Zarafelt',
    'zarafelt',
    '[]',
    JSON.stringify({ quokkas: who }),
  ])
    await hook(day, body)
  await hook(day, said, false)
  for (const path of ['/hooks/hubspot', '/slack/events', `/zarafelt?token=quokkas`])
    await fetch(`http://127.0.0.1:${day.port}${path}`, { method: 'POST', body: said })
}

const types: Deed = async ({ types: type }) => {
  for (const line of typed) await type(`/person ${line}`).catch(() => null)
  for (const line of typed.slice(0, 4)) await type(`/person ${line}`, quiet)
}

/** Slack refuses, stumbles and falls silent, one call after the other. */
const stumbles: Deed = async ({ slack, direct, types: type }) => {
  for (const method of ['users.info', 'conversations.info', 'conversations.members', 'views.open', '*'])
    for (const fault of [
      { kind: 'status', status: 503 },
      { kind: 'lost_after' },
      { kind: 'rate_limited', retryAfterSeconds: 1 },
      { kind: 'error', error: 'invalid_blocks' },
    ] as const) {
      slack.faults.next(method, fault)
      await type('/person note quillon zarafelt quokkas', quiet).catch(() => null)
      await slack
        .as(ana)
        .command(customers, '/person edit quillon')
        .catch(() => null)
    }
  slack.faults.clear()
  slack.people.add({ id: 'U0BEN', name: 'ben', realName: 'Brunhilda Quokkas' })
  slack.faults.next('users.info', { kind: 'error', error: 'internal_error' }, { times: 2 })
  await type('/person hand quillon to <@U0BEN>').catch(() => null)
  slack.faults.next('chat.postEphemeral', { kind: 'error', error: 'channel_not_found' })
  const bot = `<@${slack.botUserId}>`
  const asks = await slack.as(ana).say(customers, `${bot} find quokkas`, { raw: true })
  await asks.reply({ channelId: direct }).catch(() => null)
  await slack.idle()
  slack.faults.clear()
}

/** Everything that people do in a day, and what goes wrong in it. */
export const busyDay: readonly Deed[] = [types, presses, talks, brings, speaks, stumbles]
