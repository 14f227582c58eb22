import { actionIds } from '../../src/slack/action-ids.js'
import { anOddFile } from './beforehand.js'
import { spread } from './pressing.js'
import { quiet } from './quiet.js'
import { marketingReads } from './sketched.js'
import { lookups } from './surfaces.js'
import { valuesOf } from './values-of.js'
import { type View, viewIn } from './views-in.js'
import type { World } from './world.js'

/** What Ana is shown: every value of every button, and every form as it was opened for her. */
export type Shown = {
  readonly values: ReadonlyMap<string, readonly string[]>
  readonly views: readonly View[]
}

const perAction = 6
const opening = [
  actionIds.editPerson,
  actionIds.talked,
  actionIds.writeNote,
  actionIds.promise,
  actionIds.moveHome,
  actionIds.editEntry,
  actionIds.reachedOut,
  actionIds.handOver,
  actionIds.introduce,
  actionIds.paste,
  actionIds.settings,
  actionIds.importColumns,
  actionIds.importUnclear,
]

/** Ana looks at everything; nothing is changed by it. */
export const harvest = async (world: World): Promise<Shown> => {
  const { team, sends, actors, people, place } = world
  const { ana } = actors
  const { slack } = team
  const texts: string[] = [...world.shownBefore]
  const dm = slack.places.dm(ana.userId).id
  const asks = async (channelId: string, line: string) =>
    texts.push(await sends.command(ana, channelId, line))
  for (const channelId of [team.customers, place]) {
    // Of whoever came in a file it is asked whether what it says is right.
    for (const given of fromFile(world)) await asks(channelId, `show ${given}`)
    for (const { given } of Object.values(people))
      for (const verb of ['show', 'forget', 'edit', 'read']) await asks(channelId, `${verb} ${given}`)
    for (const line of [
      '',
      'due',
      'find zq',
      'at zq',
      'show zq',
      'settings',
      'import',
      'note zq x',
      'show zqx',
      'merge',
    ])
      await asks(channelId, line)
    await asks(channelId, `merge ${people.hub.given} and ${people.place.given}`)
    texts.push(...(await marketingReads(world, channelId)))
  }
  const from = slack.traffic.length
  await anOddFile(world)
  await sends.event({ type: 'app_home_opened', user: ana.userId, tab: 'home', channel: dm })
  for (const value of valuesIn(texts).get('more') ?? [])
    for (let offset = 0; offset < 30; offset += 10)
      await sends.press(ana, dm, 'history-page', `${value}:${offset}`)
  await quiet(world)
  for (const value of valuesIn(texts).get('more') ?? []) await sends.press(ana, dm, 'more', value)
  await quiet(world)
  const bodies = () =>
    slack.traffic
      .filter(({ direction, kind }) => direction === 'in' && kind === 'method')
      .map(({ body }) => Object(body) as Record<string, unknown>)
  const isHers = (body: Record<string, unknown>, at: number) =>
    body.user === ana.userId ||
    body.user_id === ana.userId ||
    body.channel === dm ||
    (at < from ? body.channel !== undefined : body.trigger_id !== undefined)
  const posted = () =>
    bodies()
      .filter(isHers)
      .map((body) => unfolded(body))
  // Which sketch, and then what of it.
  for (const _ of ['which', 'what']) {
    for (const value of valuesIn(posted()).get('try-on') ?? []) await sends.press(ana, dm, 'try-on', value)
    await quiet(world)
  }
  const values = valuesIn([...texts, ...posted()])
  for (const actionId of opening)
    for (const value of [...(values.get(actionId) ?? [])].slice(0, 8))
      await sends.press(ana, dm, actionId, value)
  for (const shortcut of ['look-up-person'] as const) await sends.shortcut(ana, shortcut, null)
  await quiet(world)
  const views = bodies().flatMap(({ view }) => (typeof view === 'string' ? viewIn(view) : []))
  const all = valuesIn([...texts, ...posted()])
  for (const [id, offered] of await offers(world, all)) all.set(id, offered)
  const some = new Map([...all].map(([id, each]) => [id, spread([...each], perAction)]))
  return { values: some, views: views.filter((view) => view.callbackId !== '') }
}

const fromFile = ({ ledger }: World): string[] =>
  [...ledger.pieces.values()].flatMap(({ label, word }) => (label === 'a given name in a file' ? [word] : []))

/** Whom the selects that look people up offer to Ana. */
const offers = async (
  { sends, actors, team }: World,
  shown: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<[string, Set<string>][]> => {
  const draftId = [...(shown.get(actionIds.pick) ?? [])][0]?.split(':')[0] ?? ''
  const found: [string, Set<string>][] = []
  for (const id of lookups) {
    const answer = await sends.lookup(actors.ana, team.customers, id, draftId, 'zq')
    found.push([id, new Set([...answer.matchAll(/"value":"([^"]+)"/g)].map(([, value]) => value ?? ''))])
  }
  return found
}

/** Arguments that are JSON themselves are read as such. */
const unfolded = (body: Record<string, unknown>): string =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(body).map(([key, value]) => [
        key,
        ['blocks', 'view'].includes(key) ? parsed(value) : value,
      ]),
    ),
  )
const parsed = (value: unknown): unknown => (typeof value === 'string' ? JSON.parse(value) : value)

const valuesIn = (texts: readonly string[]): Map<string, Set<string>> => {
  const all = new Map<string, Set<string>>()
  for (const text of texts) {
    if (!text.startsWith('{')) continue
    for (const [id, values] of valuesOf(text)) all.set(id, new Set([...(all.get(id) ?? []), ...values]))
  }
  return all
}
