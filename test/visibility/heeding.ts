import { channelHome } from '../../src/domain/audience.js'
import { type Somebody, seesPerson } from './oracle.js'
import type { World } from './world.js'

/**
 * Whoever sees somebody may hand them to Ben, if he sees them; who looks after somebody or introduced them may move them to the hub.
 * Where the bot says that this is done, and only where the rules let them, more people see the person from then on. All that went
 * out before is looked at first.
 */
export const heeded = async (
  world: World,
  [verb, key, userId]: readonly [verb: string, key: string, userId: string],
  type: () => Promise<string>,
): Promise<string> => {
  const { audit, ledger } = world
  const change = changes[verb]
  if (change === undefined) return type()
  audit.wire()
  const person = ledger.people.get(key)
  const answer = await type()
  if (person !== undefined && seesPerson(world.team.slack, userId, person))
    change(world, { key, person, userId, answer })
  return answer
}

type Change = {
  readonly key: string
  readonly person: Somebody
  readonly userId: string
  readonly answer: string
}

const hands = ({ team, ledger }: World, { key, person, answer }: Change): void => {
  if (!/looks? after .* now\./.test(answer) || !seesPerson(team.slack, team.ben, person)) return
  ledger.people.set(key, { ...person, ownerId: team.ben })
}

/** The roles that came with the introduction move along; all else stays where it was typed. */
const moves = ({ ledger, hub }: World, { key, person, userId, answer }: Change): void => {
  if (!answer.includes(' lives in ') || ![person.by, person.ownerId].includes(userId)) return
  const home = channelHome(hub)
  ledger.people.set(key, { ...person, home })
  for (const [word, piece] of ledger.pieces)
    if (piece.about === key && piece.home === person.home && /^(the|a) (title|company) /.test(piece.label))
      ledger.pieces.set(word, { ...piece, home })
}

const changes: Readonly<Record<string, (world: World, change: Change) => void>> = { hand: hands, home: moves }
