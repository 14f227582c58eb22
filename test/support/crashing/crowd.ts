import { setTimeout as pause } from 'node:timers/promises'
import type { Chance } from './chance.js'
import { type Deed, rowsOf } from './ledger.js'
import { anySaying, type Known, nameOf, onceEach, sayings } from './sayings.js'
import { answerOf, idOf, office, type Teammate, type World } from './world.js'

/** A teammate at a keyboard. */
type Typist = {
  readonly world: World
  readonly mate: Teammate
  readonly chance: Chance
  readonly known: Known[]
}

const type = (world: World, mate: Teammate, line: string) =>
  world.slack.as(idOf(mate)).command(office, `/person ${line}`.trim())

/** Types a line that keeps something; answers the deed. */
const keep = async (
  { world, mate }: Typist,
  what: string,
  token: string,
  { line, look }: { readonly line: string; readonly look: Deed['look'] },
): Promise<Deed> => {
  const deed = world.ledger.begin({ what, token, look })
  await answerOf(world, deed, type(world, mate, line))
  return deed
}

export const addSomebody = async (typist: Typist): Promise<Known | null> => {
  const token = typist.world.newToken()
  const add = await keep(typist, 'add', token, onceEach.add(token))
  if (add.status !== 'saved') return null
  const known = { name: nameOf(token), token, add }
  typist.known.push(known)
  return known
}

const say = async (typist: Typist, who: Known): Promise<Deed> => {
  const [what, saying] = anySaying(typist.chance)
  const token = typist.world.newToken()
  return keep(typist, what, token, { line: saying.line(who.name, token), look: saying.look(token) })
}

/** What each of them does next: mostly keeps something, sometimes asks. */
const next: Readonly<Record<string, (typist: Typist, who: Known) => Promise<unknown>>> = {
  add: (typist) => addSomebody(typist),
  say: (typist, who) => say(typist, who),
  sayMore: (typist, who) => say(typist, who),
  sayYetMore: (typist, who) => say(typist, who),
  prefers: async (typist, who) => {
    const { deeds } = typist.world.ledger
    const before = deeds.filter((deed) => deed.what === `prefers of ${who.token}` && deed.must !== 'gone')
    for (const deed of before) deed.must = 'either'
    const token = typist.world.newToken()
    const deed = await keep(typist, `prefers of ${who.token}`, token, onceEach.prefers(who, token))
    if (deed.status === 'saved') for (const each of before) each.must = 'gone'
    else deed.must = 'either'
  },
  role: (typist, who) => once(typist, `role of ${who.token}`, onceEach.role, who),
  hand: (typist, who) =>
    once(typist, `hand of ${who.token}`, (each) => onceEach.hand(each, idOf('ben')), who),
  tie: (typist, who) => {
    const other = typist.chance.pick(typist.known)
    if (other === who) return Promise.resolve()
    return once(typist, `tie of ${who.token}`, (each) => onceEach.tie(each, other), who)
  },
  kept: async (typist, who) => {
    const token = typist.world.newToken()
    const { line, look } = sayings.promise ?? { line: () => '', look: () => () => 'absent' as const }
    const promise = await keep(typist, 'promise', token, { line: line(who.name, token), look: look(token) })
    if (promise.status === 'saved') await keep(typist, 'kept', token, onceEach.kept(who, token))
  },
  find: async ({ world, mate, chance }) => {
    const saved = world.ledger.standing().filter(({ what }) => what in sayings)
    if (saved.length === 0) return
    const wanted = chance.pick(saved)
    const said = await ask(world, mate, `find ${wanted.token}`)
    if (said !== null && wanted.must === 'hold' && !said.includes(wanted.token))
      world.surprises.push(`find ${wanted.token} (${wanted.what}): ${said}`)
  },
  card: async ({ world, mate }, who) => {
    const said = await ask(world, mate, who.name)
    if (said !== null && !said.includes(who.name)) world.surprises.push(`card of ${who.name}: ${said}`)
  },
  ask: async ({ world, mate, chance }) => {
    await ask(world, mate, chance.pick(['due', 'help', '', 'help note', 'at Lighting', 'frobnicate']))
  },
}

/** Does to somebody what is done to each of them once. */
const once = async (
  typist: Typist,
  what: string,
  doing: (who: Known, token: string) => { line: string; look: Deed['look'] },
  who: Known,
): Promise<void> => {
  if (typist.world.ledger.deeds.some((deed) => deed.what === what)) return
  const token = typist.world.newToken()
  await keep(typist, what, token, doing(who, token))
}

/** A question: its answer changes nothing. */
const ask = async (world: World, mate: Teammate, line: string): Promise<string | null> => {
  const deed = world.ledger.begin({ what: 'question', token: line, look: () => 'absent' })
  deed.must = 'either'
  const said = await answerOf(world, deed, type(world, mate, line))
  return said === '' ? null : said
}

/** Takes back what they have just kept. */
const takeBack = async (typist: Typist, who: Known): Promise<void> => {
  const last = await say(typist, who)
  if (last.status !== 'saved') return
  last.must = 'either'
  const undo = await keep(typist, 'undo', last.token, {
    line: 'undo',
    look: (standing, rows) => (last.look(standing, rows) === 'absent' ? 'whole' : 'absent'),
  })
  if (undo.status === 'saved') last.must = 'gone'
}

/** Introduces somebody, says something about them, and forgets them for good. */
const forget = async (typist: Typist): Promise<void> => {
  const { world, mate } = typist
  const who = await addSomebody(typist)
  if (who === null) return
  const known = [who.add, await say(typist, who), await say(typist, who)]
  const asked = await type(world, mate, `forget ${who.name}`)
  if (asked.error !== undefined) return
  const question = await asked.answer({ timeoutMs: 20_000 }).catch(() => null)
  if (question === null) return
  for (const deed of known) deed.must = 'either'
  const deed = world.ledger.begin({
    what: 'forget',
    token: who.token,
    look: rowsGone(who.token),
  })
  await answerOf(world, deed, world.slack.as(idOf(mate)).press(question, 'Forget for good'))
  if (deed.status !== 'saved') return
  for (const each of known) each.must = 'gone'
  world.ledger.forgotten.push(...known.map(({ token }) => token))
}
const rowsGone =
  (token: string): Deed['look'] =>
  (standing, rows) => {
    const state = rowsOf(token, { people: 1, roles: 1 })(standing, rows)
    return state === 'absent' ? 'whole' : state === 'whole' ? 'absent' : state
  }

/** One of the crowd, until the world is over. */
export const typingOn = async (world: World, mate: Teammate): Promise<void> => {
  const chance = world.chance.another()
  const typist: Typist = { world, mate, chance, known: [] }
  while (!world.over) {
    await untilConnected(world)
    if (world.over) return
    const who = typist.known.length === 0 ? await addSomebody(typist) : chance.pick(typist.known)
    if (who === null) await pause(20)
    else if (mate === 'ivo') await forget(typist)
    else if (mate === 'uma') await takeBack(typist, who)
    else await chance.pick(Object.values(next))(typist, who)
    await pause(chance.below(40))
  }
}

export const untilConnected = (world: World): Promise<unknown> =>
  world.slack.until(() => world.slack.isConnected || world.over, { timeoutMs: 120_000, what: 'a bot' })
