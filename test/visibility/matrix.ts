import { expect } from 'vitest'
import { channelHome, type Home } from '../../src/domain/audience.js'
import { everybodyElseTries } from './everybody-else.js'
import type { Kind } from './kinds.js'
import { nudgesGoOut } from './nudges.js'
import { seesPiece, tells } from './oracle.js'
import { quiet } from './quiet.js'
import { harvest, type Shown } from './shown.js'
import { presses } from './surfaces.js'
import { buildWorld, type Planted, type World } from './world.js'

/** The whole matrix of one kind of place, in one workspace; answers how much was tried. */
export const matrixOf = async (kind: Kind): Promise<number> => {
  const world = await buildWorld(kind)
  const { audit, sends, actors } = world
  await isBroughtUp(world, '2026-11-23')
  audit.wire()
  turn(world, kind)
  await quiet(world)
  await isBroughtUp(world, '2026-11-24')
  audit.wire()
  await everythingIsFoundByThoseWhoMaySeeIt(world)
  const shown = await harvest(world)
  expect(notShown(shown), 'buttons and selects that Ana was never shown').toEqual([])
  const before = await knownToAna(world)
  await everybodyElseTries(world, shown, ['gus', 'pia', 'ola', 'dan', 'rob'])
  await quiet(world)
  expect(await knownToAna(world), 'what Ana knows, after strangers').toBe(before)
  await everybodyElseTries(world, shown, ['cas', 'ben'])
  await quiet(world)
  await nudgesGoOut(world, ['2026-11-25', '2026-11-26'])
  await quiet(world)
  audit.wire()
  audit.sight([actors.gus.userId, actors.pia.userId])
  expect([...new Set(audit.leaks)]).toEqual([])
  expect(toldOfSharing(world), 'DMs about a channel that is shared now').toBe(kind.fallsSilent ? 1 : 0)
  return sends.count
}

/** What is pressed by somebody else has been shown to Ana; only offsets, places and what is typed anybody may make up. */
const notShown = ({ values }: Shown): string[] =>
  Object.entries(presses)
    .filter(
      ([id, made]) => !['typed', 'offset', 'place'].includes(made) && (values.get(id)?.length ?? 0) === 0,
    )
    .map(([id]) => id)

const postsFor = ({ team }: World): string[] => team.posts(team.slack.places.dm(team.ana).id, team.ana)
const toldOfSharing = (world: World): number =>
  postsFor(world).filter((post) => post.includes('is shared with another organisation')).length

/** Somebody of the place is brought up there, or in the DM of who looks after them, and never in both. */
const isBroughtUp = async (world: World, day: string): Promise<void> => {
  const { team, place, people } = world
  const { slack } = team
  const { archived } = slack.places.get(place)
  const isOpen = tells(slack, place) !== 'author' && !archived
  const naming = (posts: readonly string[]): number =>
    posts.filter((post) => post.toLowerCase().includes(people.place.family)).length
  const count = () => ({ there: naming(team.posts(place)), direct: naming(postsFor(world)) })
  const before = count()
  await nudgesGoOut(world, [day])
  const after = count()
  const isDirect = slack.places.dm(team.ana).id === place
  if (!isDirect) expect(after.there > before.there, `brought up in the place on ${day}`).toBe(isOpen)
  if (!isOpen) expect(after.direct > before.direct, `brought up in a DM on ${day}`).toBe(true)
}

/** What becomes of the place; where its id changes, it is the same place all the same. */
const turn = (world: World, kind: Kind): void => {
  const { team, ledger } = world
  const before = channelHome(world.place)
  world.place = kind.turn(team.slack, world.place, { pia: team.pia })
  const after = channelHome(world.place)
  if (before === after) return
  const moved = <T extends Home | null>(home: T): T | Home => (home === before ? after : home)
  for (const [word, piece] of ledger.pieces) ledger.pieces.set(word, { ...piece, home: moved(piece.home) })
  for (const [key, person] of ledger.people) ledger.people.set(key, { ...person, home: moved(person.home) })
}

const textOf = (answer: string): string => {
  try {
    return String(JSON.parse(answer).text ?? answer)
  } catch {
    return answer
  }
}

/** Every planted word is looked for by every full member: found by those who may see it, and by nobody else. */
const everythingIsFoundByThoseWhoMaySeeIt = async (world: World): Promise<void> => {
  const { team, ledger, sends, actors, people } = world
  const { slack } = team
  const namesOf = new Map<string, Planted>(Object.values(people).map((person) => [person.key, person]))
  for (const name of ['ana', 'ben', 'cas'] as const) {
    const actor = actors[name]
    const dm = slack.places.dm(actor.userId).id
    for (const piece of [...ledger.pieces.values()]) {
      const [person, names] = [ledger.people.get(piece.about), namesOf.get(piece.about)]
      if (person === undefined || names === undefined || !isFound(piece.label)) continue
      const answer = await sends.command(actor, dm, `find ${piece.word}`)
      // What was looked for is said back in any case.
      const name = piece.word === names.family ? names.given : names.family
      const found = textOf(answer).toLowerCase().includes(name)
      const where = `${piece.label}, typed in ${piece.home}, found by ${actor.label}`
      expect(found, where).toBe(seesPiece(slack, actor.userId, person, piece))
      world.audit.shown(actor.userId, answer, `find ${piece.word}`)
    }
  }
}
/** Claims that were only heard, and words in files, are not looked through; nor is what an owner did not write. */
const isFound = (label: string): boolean =>
  !/claimed|address|company of|title of|in a file|of a sketch/.test(label)

/** All that Ana can ask about everybody, as it reads. */
const knownToAna = async ({ sends, actors, people, team }: World): Promise<string> => {
  const dm = team.slack.places.dm(team.ana).id
  const answers: string[] = []
  const ask = async ({ given }: Planted) => {
    for (const line of [`show ${given}`, `find ${given}`])
      answers.push(textOf(await sends.command(actors.ana, dm, line)))
  }
  for (const person of Object.values(people)) await ask(person)
  for (const line of ['due', 'find zq', 'at zq', ''])
    answers.push(textOf(await sends.command(actors.ana, dm, line)))
  return answers.join('\n')
}
