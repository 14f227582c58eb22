import type { Json } from '../json.js'
import { maySee } from '../sight/seen.js'
import type { PracticeSlack } from '../slack.js'
import type { View } from '../world/view.js'
import type { PracticeClock } from './clock.js'
import { type Control, controlsOf } from './simple-form.js'

interface Part {
  text: string
  controls: Control[]
}

export type Scene = ReturnType<typeof scene>

/** All that the page shows to one user in one place. Throws when there is nobody. */
export function scene(slack: PracticeSlack, clock: PracticeClock, userId: string, channelId: string) {
  const people = slack.people.all().filter((user) => !user.deleted && user.standing !== 'bot')
  const me = people.find((user) => user.id === userId) ?? people[0]
  if (!me) throw new Error('There is nobody here yet')
  // Everybody can talk to the bot, before anything has been said.
  slack.places.dm(me.id)
  const places = slack.places.all().filter((channel) => maySee(me, channel))
  const here = places.find((channel) => channel.id === channelId) ?? places[0]
  const actor = slack.as(me.id)
  const nameOf = (id: string) => slack.people.all().find((user) => user.id === id)?.name ?? id
  return {
    now: clock.now().toISOString(),
    me: me.id,
    here: here?.id ?? '',
    people: people.map(({ id, name, realName, standing }) => ({
      id,
      name: `${realName} (@${name}), ${standing}`,
    })),
    places: places.map((channel) => ({
      id: channel.id,
      name: channel.kind === 'im' ? 'The bot' : `#${channel.name}`,
      kind: `${channel.kind}${channel.extShared ? ', shared' : ''}${channel.archived ? ', archived' : ''}`,
    })),
    messages: (here ? actor.sees(here.id) : []).map((message) => ({
      ts: message.ts,
      by: nameOf(message.user),
      at: new Date(Number(message.ts) * 1_000).toISOString(),
      parts: parts(slack, message),
      isEphemeral: message.isEphemeral,
      isEdited: message.isEdited,
      isReply: message.threadTs !== undefined && message.threadTs !== message.ts,
      reactions: Object.entries(message.reactions).map(([name, users]) => ({
        name,
        count: users.length,
        mine: users.includes(me.id),
      })),
    })),
    modal: actor.modal && form(slack, actor.modal),
    home: actor.home && form(slack, actor.home),
    problems: slack.problems.slice(-5).map(({ message }) => message),
  }
}

function form(slack: PracticeSlack, view: View) {
  const title = { text: '', blocks: [{ type: 'header', text: view.body.title }] }
  return {
    id: view.id,
    title: view.kind === 'modal' ? slack.visibleText(title) : 'Home',
    parts: parts(slack, { text: '', blocks: view.blocks }),
    canSubmit: view.body.submit !== undefined && view.body.submit !== null,
  }
}

/** Blocks as text with what can be done on them; a message without blocks is its text. */
function parts(slack: PracticeSlack, shown: { text: string; blocks: Json[] }): Part[] {
  if (shown.blocks.length === 0) return [{ text: slack.visibleText(shown), controls: [] }]
  return shown.blocks.map((block) => {
    // What the controls say themselves is not said twice.
    const { accessory: _, ...words } = block
    const hasOnlyControls = block.type === 'actions' || block.type === 'input'
    return {
      text: hasOnlyControls ? '' : slack.visibleText({ text: '', blocks: [words] }),
      controls: controlsOf(block),
    }
  })
}
