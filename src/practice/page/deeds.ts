import type { Given } from '../actors/choice.js'
import { isObject, type Json, objectAt, textAt } from '../json.js'
import type { PracticeSlack } from '../slack.js'
import type { PracticeClock } from './clock.js'
import { simpleOption } from './simple-form.js'

/** Does what the page asks for; returns what it is to show beyond the changed scene. Throws what the user should read. */
export async function deed(slack: PracticeSlack, clock: PracticeClock, asked: Json): Promise<Json> {
  const text = (name: string) => textAt(asked, name) ?? ''
  if (text('do') === 'clock') {
    const to = new Date(text('to'))
    if (Number.isNaN(to.getTime())) throw new Error('That is no date and time')
    await clock.moveTo(to)
    return {}
  }
  const actor = slack.as(text('user'))
  const [channelId, ts] = [text('channel'), text('ts')]
  const view = text('view') === actor.home?.id ? actor.home : actor.modal
  const surface = ts ? { channelId, ts } : view
  const needed = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error('That is no longer there')
    return value
  }
  switch (text('do')) {
    case 'type':
      if (text('text').startsWith('/')) await actor.command(channelId, text('text'))
      else await actor.say(channelId, text('text'), ts ? { threadTs: ts } : {})
      return {}
    case 'react':
      if (asked.off === true) await actor.unreact(channelId, ts, text('emoji'))
      else await actor.react(channelId, ts, text('emoji'))
      return {}
    case 'press':
      await actor.press(needed(surface), text('name'))
      return {}
    case 'choose':
      await actor.choose(needed(surface), text('name'), given(asked.value))
      return {}
    case 'suggest': {
      const options = await actor.suggest(needed(surface), text('name'), text('query'))
      return { options: options.map((option) => ({ ...simpleOption(option), option })) }
    }
    case 'submit': {
      const values = Object.entries(objectAt(asked, 'values') ?? {}).map(([name, value]) => [
        name,
        given(value),
      ])
      const run = await actor.submit(needed(actor.modal), Object.fromEntries(values))
      return { errors: Object.values(run.errors) }
    }
    case 'close':
      await actor.close(needed(actor.modal))
      return {}
    case 'home':
      await actor.openHome()
      return {}
    case 'shortcut':
      await actor.shortcut(text('name'), ts ? { channelId, ts } : undefined)
      return {}
    default:
      throw new Error(`This page cannot do "${text('do')}"`)
  }
}

function given(value: unknown): Given {
  if (typeof value === 'string') return value === '' ? null : value
  if (Array.isArray(value)) return value.filter((item) => typeof item === 'string')
  return isObject(value) ? value : null
}
