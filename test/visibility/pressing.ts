import { channelHome } from '../../src/domain/audience.js'
import { fieldIds, formIds } from '../../src/slack/action-ids.js'
import { homeTypedIn, isFullMember, seesPerson } from './oracle.js'
import type { Actor } from './sends.js'
import type { Shown } from './shown.js'
import { forms, presses, reactions, type Value } from './surfaces.js'
import { addressOf, directOf } from './typing.js'
import type { World } from './world.js'

/** How many values of a button, and views of a form, are tried: strangers learn from one what they learn from six. */
const tried = (world: World, { userId }: Actor) =>
  isFullMember(world.team.slack, userId) ? { values: 5, views: 3 } : { values: 2, views: 1 }

/** Every emoji that means something, on a message of Ana's that names somebody. */
export const reacts = async (world: World, { userId }: Actor): Promise<void> => {
  const { sends, team, place } = world
  const { places, as } = team.slack
  for (const [channel, key] of [
    [team.customers, 'place'],
    [place, 'hub'],
  ] as const) {
    const { archived, members } = places.get(channel)
    if (archived || !members.has(team.ana)) continue
    const { ts } = await as(team.ana).say(channel, `Spoke with ${addressOf(world, key)}`)
    const item = { type: 'message', channel, ts }
    const turn = (type: string, reaction: string) =>
      sends.event({ type, user: userId, reaction, item, event_ts: `${Date.now() / 1000}` })
    for (const reaction of reactions) await turn('reaction_added', reaction)
    for (const reaction of reactions.slice(0, 3)) await turn('reaction_removed', reaction)
  }
}

/** Every button and select with what Ana was shown on it, in one place or the other. */
export const pressesAll = async (world: World, actor: Actor, { values }: Shown): Promise<void> => {
  const { sends, audit, place, team } = world
  const most = tried(world, actor).values
  let n = 0
  for (const [actionId, made] of Object.entries(presses)) {
    const whom = made === 'person' ? (values.get('more') ?? []) : []
    const made_ = madeUp(made, world)
    for (const value of spread([...(values.get(actionId) ?? []), ...whom, ...made_], most)) {
      n += 1
      const channelId = n % 2 === 0 ? team.customers : place
      audit.shown(actor.userId, await sends.press(actor, channelId, actionId, value), actionId)
    }
  }
}

const madeUp = (made: Value, { place, hub }: World): string[] => {
  if (made === 'typed') return ['zq']
  if (made === 'offset') return ['0', '8']
  return made === 'place' ? [channelHome(place), channelHome(hub)] : []
}

/** Every form that Ana was shown, handed in as if it had been shown to whoever does it. */
export const handsIn = async (world: World, actor: Actor, { views }: Shown): Promise<void> => {
  const { sends, audit, team, ledger } = world
  const most = tried(world, actor).views
  for (const [formId, { words }] of Object.entries(forms))
    for (const view of spread(
      views.filter(({ callbackId }) => callbackId === formId),
      most,
    )) {
      // What is put right stays where it was typed; fields of a person are as wide as the person.
      const [piece] = [...view.words].flatMap((word) => ledger.pieces.get(word) ?? [])
      const about = formId === formIds.introduce ? introducedBy(world, actor) : (piece?.about ?? 'nobody')
      const [home, by] = [piece?.home ?? null, piece?.by ?? actor.userId]
      const fresh = () => ledger.plant(`what ${actor.label} wrote into ${formId}`, about, home, by)
      const fields = {
        [fieldIds.on]: '2026-11-20',
        [fieldIds.dueOn]: '2026-11-27',
        [fieldIds.how]: 'called',
        [fieldIds.teammate]: team.ben,
        [fieldIds.channel]: formId === formIds.moveHome ? movesTo(world, actor) : team.customers,
        ...Object.fromEntries(words.map((field) => [field, fresh()])),
      }
      audit.shown(actor.userId, await sends.form(actor, formId, view.metadata, fields), formId)
    }
}

/**
 * Whoever sees those of the place may look after them by now, and move them where more people see them: they may, so they move
 * them nowhere else. The others try.
 */
const movesTo = ({ team, ledger, place }: World, { userId }: Actor): string => {
  const person = ledger.people.get('place')
  return person !== undefined && seesPerson(team.slack, userId, person) ? place : team.customers
}

/** Whoever may introduce somebody says in the form where: in the hub. */
const introducedBy = ({ ledger, team }: World, { userId }: Actor): string => {
  const home = homeTypedIn(team.slack, team.customers, userId)
  const key = `introduced ${ledger.pieces.size}`
  if (isFullMember(team.slack, userId)) ledger.people.set(key, { home, by: userId, ownerId: userId })
  return key
}

export const opensHome = async (world: World, { userId }: Actor): Promise<void> => {
  const channel = directOf(world, userId)
  await world.sends.event({ type: 'app_home_opened', user: userId, tab: 'home', channel })
}

/** Some of many, from all along. */
export const spread = <T>(all: readonly T[], most: number): T[] => {
  const step = Math.max(1, Math.ceil(all.length / most))
  return all.filter((_, i) => i % step === 0)
}
