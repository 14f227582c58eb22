import type { Given } from '../actors/choice.js'
import type { Surface } from '../actors/surface.js'
import { isObject, type Json, objectAt, textAt } from '../json.js'
import { stepFrom } from './clock-steps.js'
import type { Stage } from './stage.js'
import type { ClockStep, Outcome, Switches } from './wire.js'

/** Does what the page asks for (a `Deed`, believed in nothing). Throws what the user should read. */
export async function deed(stage: Stage, asked: Json): Promise<Outcome> {
  const outcome = (await stageDeed(stage, asked)) ?? (await actorDeed(stage, asked))
  // Looking something up changes nothing.
  if (asked.do !== 'suggest') void stage.forethought.think()
  return outcome
}

/** What is done to the stage itself; undefined when it is none of that. */
async function stageDeed(stage: Stage, asked: Json): Promise<Outcome | undefined> {
  const { equipment } = stage
  switch (asked.do) {
    case 'clock':
      await moveClock(stage, asked.step)
      return {}
    case 'switch':
      await stage.trouble.turn(oneOf(asked.which, switches), asked.on === true)
      return {}
    case 'bot':
      if (!equipment.bot) throw new Error('This bot was started elsewhere: stop and start it there')
      await (asked.what === 'crash' ? equipment.bot.crash() : equipment.bot.restart())
      return {}
    case 'again':
      if (!equipment.startAgain) throw new Error('This workspace cannot start again by itself')
      await equipment.startAgain()
      return {}
    default:
      return undefined
  }
}

const switches = ['isDown', 'losesNext', 'limitsNext'] as const satisfies (keyof Switches)[]
const steps = ['hour', 'morning', 'weeks'] as const satisfies ClockStep[]

async function moveClock(stage: Stage, step: unknown): Promise<void> {
  if (stage.isClockMoving) throw new Error('The clock is moving already')
  const { clock } = stage.equipment
  const to = stepFrom(clock.now(), oneOf(step, steps), clock.zone ?? 'UTC')
  stage.isClockMoving = true
  try {
    await clock.moveTo(to)
  } finally {
    stage.isClockMoving = false
    stage.changed()
  }
}

function oneOf<T extends string>(value: unknown, known: readonly T[]): T {
  const found = known.find((each) => each === value)
  if (found === undefined) throw new Error(`"${String(value)}" is none of ${known.join(', ')}`)
  return found
}

async function actorDeed({ slack }: Stage, asked: Json): Promise<Outcome> {
  const text = (name: string) => textAt(asked, name) ?? ''
  const actor = slack.as(text('user'))
  const [channelId, ts] = [text('channel'), text('ts')]
  switch (asked.do) {
    case 'type':
      if (text('text').startsWith('/')) await actor.command(channelId, text('text'))
      else await actor.say(channelId, text('text'), asked.thread ? { threadTs: text('thread') } : {})
      return {}
    case 'react':
      if (asked.off === true) await actor.unreact(channelId, ts, text('emoji'))
      else await actor.react(channelId, ts, text('emoji'))
      return {}
    case 'edit':
      await actor.edit(channelId, ts, text('text'))
      return {}
    case 'remove':
      await actor.remove(channelId, ts)
      return {}
    case 'press':
      return failed(await actor.press(surface(stageViews(actor), asked.where), text('name')))
    case 'choose':
      return failed(
        await actor.choose(surface(stageViews(actor), asked.where), text('name'), given(asked.value)),
      )
    case 'suggest':
      return {
        options: await actor.suggest(surface(stageViews(actor), asked.where), text('name'), text('query')),
      }
    case 'submit': {
      const values = Object.entries(objectAt(asked, 'values') ?? {})
      const run = await actor.submit(
        needed(actor.modal),
        Object.fromEntries(values.map(([name, value]) => [name, given(value)])),
      )
      return Object.keys(run.errors).length > 0 ? { errors: run.errors } : failed(run)
    }
    case 'close':
      await actor.close(needed(actor.modal))
      return {}
    case 'home':
      await actor.openHome(asked.tab === 'messages' ? 'messages' : 'home')
      return {}
    case 'shortcut':
      return failed(await actor.shortcut(text('callbackId'), ts ? { channelId, ts } : undefined))
    case 'drop':
      await actor.drop(channelId, text('file'))
      return {}
    default:
      throw new Error(`This page cannot do "${String(asked.do)}"`)
  }
}

type Views = { home: Surface | undefined; modal: Surface | undefined }
const stageViews = ({ home, modal }: Views): Views => ({ home, modal })

/** Where elements stand: a message, or one of the user's own views. */
function surface({ home, modal }: Views, where: unknown): Surface {
  const [channelId, ts, viewId] = [textAt(where, 'channel'), textAt(where, 'ts'), textAt(where, 'view')]
  if (channelId !== undefined && ts !== undefined) return { channelId, ts }
  return needed([home, modal].find((view) => view && 'id' in view && view.id === viewId))
}

function needed<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('That is no longer there')
  return value
}

/** Slack shows a warning beside what was pressed when the bot did not answer. */
function failed({ error }: { error: string | undefined }): Outcome {
  if (!error) return {}
  const why =
    error === 'operation_timeout'
      ? 'did not answer within three seconds'
      : 'could not be reached, or answered what Slack does not take'
  return { error: `The bot ${why}. Behind the scenes shows what happened.` }
}

function given(value: unknown): Given {
  if (typeof value === 'string') return value === '' ? null : value
  if (typeof value === 'number') return value
  if (Array.isArray(value)) return value.filter((item) => typeof item === 'string' || isObject(item))
  return isObject(value) ? value : null
}
