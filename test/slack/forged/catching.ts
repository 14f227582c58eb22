import { placedElements } from '../../../src/practice/blocks/walk.js'
import { isObject, type Json, objectAt, objectsAt, textAt } from '../../../src/practice/json.js'
import type { SeenMessage } from '../../../src/practice/sight/seen.js'
import type { View } from '../../../src/practice/world/view.js'
import { formIds } from '../../../src/slack/action-ids.js'
import { presses } from '../../../src/slack/presses/index.js'
import { asked, pressed } from '../../support/doing.js'
import type { Team } from '../../support/team.js'
import { fillings, type Values } from './fillings.js'
import { valueLike } from './value-like.js'
import { aWorld, imported, nudged, shown, type World } from './world.js'

/** Payloads as Slack would send them, by action id or callback id; none of them has reached the bot. */
export type Caught = {
  readonly presses: Map<string, Json[]>
  readonly forms: Map<string, Json[]>
  readonly shortcuts: Map<string, Json[]>
  readonly lookups: Map<string, Json[]>
}

type Given = Parameters<ReturnType<Team['slack']['as']>['choose']>[2]
const mostOfOne = 6

/** What a deed would send, had Slack not been down. */
const caughtFrom = async ({ slack }: Team, deed: () => Promise<unknown>): Promise<Json> => {
  const before = slack.traffic.length
  await slack.faults.down('503')
  try {
    await deed()
  } finally {
    await slack.faults.up()
  }
  const sent = slack.traffic
    .slice(before)
    .find(({ direction, kind }) => direction === 'out' && kind === 'interaction')
  if (!isObject(sent?.body)) throw new Error('nothing was sent')
  return sent.body
}

const keep = (map: Map<string, Json[]>, id: string, payload: Json): void => {
  map.set(id, [...(map.get(id) ?? []), payload])
}

export const heldBy = (payload: Json): string => {
  const [action] = objectsAt(payload, 'actions')
  return textAt(action, 'value') ?? textAt(objectAt(action, 'selected_option'), 'value') ?? ''
}

/** Everything on a surface that can be pressed or chosen, and what is typed into its selects. */
const catchOn = async ({ team, own }: World, surface: SeenMessage | View, caught: Caught): Promise<void> => {
  const actor = team.slack.as(team.ana)
  for (const { block, element } of placedElements(surface.blocks.filter(isObject))) {
    const [actionId, blockId] = [String(element.action_id), String(block.block_id)]
    const which = `${blockId}/${actionId}`
    let given: Given = null
    if (element.type === 'external_select' || element.type === 'multi_external_select') {
      if (!caught.lookups.has(actionId)) {
        const typing = await caughtFrom(team, () => actor.suggest(surface, which, 'zelda'))
        keep(caught.lookups, actionId, typing)
      }
      ;[given = null] = (await actor.suggest(surface, which, 'zelda')) as Given[]
    } else if (element.type === 'plain_text_input') given = own('secret')
    else given = textAt(objectsAt(element, 'options').at(-1), 'value') ?? null
    if (block.type === 'input' && block.dispatch_action !== true) continue
    const had = caught.presses.get(actionId) ?? []
    if (!Object.hasOwn(presses, actionId) || had.length >= mostOfOne) continue
    if (element.type === 'button' && had.some((payload) => heldBy(payload) === element.value)) continue
    const near = { value: String(element.value) }
    const payload = await caughtFrom(team, () =>
      element.type === 'button' ? actor.press(surface, which, near) : actor.choose(surface, which, given),
    )
    keep(caught.presses, actionId, payload)
  }
}

/** The form that is open, as it would be handed in. */
const catchForm = async (world: World, caught: Caught, view: View, more: Values = {}): Promise<void> => {
  const { team } = world
  const callbackId = textAt(view.body, 'callback_id') ?? ''
  const actor = team.slack.as(team.ana)
  const values: Values = { ...fillings(world)[callbackId], ...more }
  const fields = placedElements(view.blocks)
  for (const which of Object.keys(values))
    if (!fields.some(({ block }) => block.block_id === which)) delete values[which]
  for (const { block, element } of fields) {
    const isChosen = element.initial_options !== undefined || element.initial_option !== undefined
    if (!String(element.type).endsWith('external_select') || isChosen || block.block_id === 'look-up')
      continue
    const which = `${String(block.block_id)}/${String(element.action_id)}`
    const [first] = await actor.suggest(view, which, 'zelda quist')
    values[which] = (element.type === 'external_select' ? first : [first]) as Given
  }
  const payload = await caughtFrom(team, async () => {
    const { errors } = await actor.submit(view, values)
    if (Object.keys(errors).length > 0) throw new Error(`${callbackId}: ${JSON.stringify(errors)}`)
  })
  keep(caught.forms, callbackId, payload)
}

const closeAll = async ({ slack, ana }: Team): Promise<void> => {
  for (let top = slack.as(ana).modal; top !== undefined; top = slack.as(ana).modal)
    await slack.as(ana).close(top)
}

/** Opens what a payload opens, by sending it for good, and catches what is in it. */
const catchBehind = async (
  world: World,
  caught: Caught,
  open: () => Promise<{ modal: () => Promise<View> }>,
  more: Values = {},
): Promise<View> => {
  const { team } = world
  await closeAll(team)
  const view = await (await open()).modal()
  await catchOn(world, view, caught)
  if (textAt(view.body, 'callback_id')) await catchForm(world, caught, view, more)
  return view
}

const surfacesOf = ({ team, quiet, dm }: World): (SeenMessage | View)[] => {
  const { slack, ana } = team
  const messages = [quiet, dm].flatMap((place) => slack.seenBy(ana, place))
  const { home, modals } = slack.as(ana)
  return [...messages.filter(({ user }) => user === slack.botUserId), ...(home ? [home] : []), ...modals]
}

/** Ana's whole world, and a valid payload for whatever she can press, hand in, use or look up. */
export const aCaughtWorld = async (): Promise<CaughtWorld> => caughtIn(await aWorld())

export type CaughtWorld = { readonly world: World; readonly caught: Caught }

/** The same in a world that is there already. */
export const caughtIn = async (world: World): Promise<CaughtWorld> => {
  const { team, quiet, dm } = world
  const { ana, slack } = team
  const caught: Caught = { presses: new Map(), forms: new Map(), shortcuts: new Map(), lookups: new Map() }
  const all = async () => {
    for (const surface of surfacesOf(world)) await catchOn(world, surface, caught)
  }
  await nudged(world)
  await imported(world)
  await all()
  await shown(world)
  await slack.as(ana).openHome()
  await slack.until(() => slack.as(ana).home, { what: 'a Home' })
  await all()

  const withAction = (actionId: string) => () => {
    const found = surfacesOf(world).findLast((surface) =>
      placedElements(surface.blocks.filter(isObject)).some(({ element }) => element.action_id === actionId),
    )
    if (found === undefined) throw new Error(`nothing shown has ${actionId}`)
    return found
  }
  await slack.as(ana).press(withAction('stop-minding')(), 'stop-minding')
  await slack.as(ana).press(withAction('mirror-on')(), 'mirror-on')
  await slack.until(() => JSON.stringify(slack.as(ana).home ?? null).includes('mirror-off'), {
    what: 'a mirror',
  })
  await slack.idle()
  await all()

  const behind = async (surface: () => SeenMessage | View, which: string, more: Values = {}) =>
    catchBehind(world, caught, () => slack.as(ana).press(surface(), which, { nth: 0 }), more)
  for (const actionId of [
    'nudge-reached-out',
    'nudge-hand-over',
    'talked',
    'write-note',
    'promise',
    'edit-person',
    'move-home',
    'settings',
    'introduce',
    'import-open',
    'import-columns',
    'paste',
    'sketch-claim',
    'sketch-reword',
  ])
    await behind(withAction(actionId), actionId).catch((error: unknown) => {
      throw new Error(`no form behind ${actionId}`, { cause: error })
    })
  await closeAll(team)
  await rest(world, caught, behind, withAction, dm, quiet)
  // What it does by itself now, it does not do while something is tried.
  await team.bot.beat()
  await slack.idle()
  return { world, caught }
}

type Behind = (surface: () => SeenMessage | View, which: string, more?: Values) => Promise<View>

/** What stands behind more than one press. */
const rest = async (
  world: World,
  caught: Caught,
  behind: Behind,
  withAction: (actionId: string) => () => SeenMessage | View,
  _dm: string,
  quiet: string,
): Promise<Caught> => {
  const { team } = world
  const { ana, slack } = team
  const actor = slack.as(ana)
  const card = await asked(team, ana, quiet, '/person zelda quist')
  await catchOn(world, await pressed(team, ana, card, 'More'), caught)
  await behind(withAction('edit-entry'), 'edit-entry')

  await asked(team, ana, quiet, world.own('/person heard zelda quist the secret is dear'))
  await behind(withAction('quote'), 'quote')

  const pasted = await behind(withAction('paste'), 'paste')
  await actor.submit(pasted, fillings(world)[formIds.paste])
  const understood = actor.modal
  if (understood !== undefined) await catchForm(world, caught, understood)
  await closeAll(team)

  const message = await actor.say(quiet, world.own('Zelda Quist was here, says the secret'))
  for (const id of ['log-conversation', 'remember-this', 'look-up-person'] as const) {
    const on = id === 'look-up-person' ? undefined : { channelId: quiet, ts: message.ts }
    keep(caught.shortcuts, id, await caughtFrom(team, () => actor.shortcut(id, on)))
    await closeAll(team)
    const view = await (await actor.shortcut(id, on)).modal()
    await catchOn(world, view, caught)
    if (textAt(view.body, 'callback_id') && id !== 'look-up-person') await catchForm(world, caught, view)
  }
  await closeAll(team)

  const both = await asked(team, ana, quiet, '/person merge zelda number7 and zelda number8')
  await pressed(team, ana, both, /one person|Merge|Make/)
  await team.types(ana, quiet, world.own('/person note zelda number7 came since, a secret'))
  const apart = await asked(team, ana, quiet, '/person unmerge zelda number7')
  await catchOn(world, apart, caught)
  const whose = await (await actor.press(apart, 'pick', { value: valueLike(apart, /:each$/) })).modal()
  await catchForm(world, caught, whose)
  await closeAll(team)
  return caught
}
