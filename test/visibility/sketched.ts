import { actionIds, fieldIds, formIds } from '../../src/slack/action-ids.js'
import { homeTypedIn } from './oracle.js'
import { valuesOf } from './values-of.js'
import { viewIn } from './views-in.js'
import type { World } from './world.js'

/** More than stand on one page of `words`. */
const quoted = 9

/** A sketch in the hub, and one in the place; and words of somebody of the hub that may be quoted. */
export const marketingWrites = async (world: World): Promise<void> => {
  const { team, ledger, sends, actors, hub } = world
  for (const { name, claims, channelId } of sketchesIn(world))
    await sends.command(actors.ana, channelId, `${name}: ${claims.join('; ')}`, '/persona')
  for (let n = 0; n < quoted; n++) {
    const word = ledger.plant(
      'what may be quoted about hub',
      'hub',
      homeTypedIn(team.slack, hub, team.ana),
      team.ana,
    )
    await isQuoted(world, `light ${word}`)
  }
}

/** Kept as Ana heard it, and allowed to be quoted as it is proposed. */
const isQuoted = async (
  { team, sends, actors: { ana }, people, hub }: World,
  words: string,
): Promise<void> => {
  const kept = await sends.command(ana, hub, `heard ${people.hub.given} ${words}`)
  const [value = ''] = valuesOf(kept).get(actionIds.quote) ?? []
  await sends.press(ana, hub, actionIds.quote, value)
  const opened = team.slack.traffic.findLast(({ name }) => name === 'views.open')
  const [form] = viewIn(String(Object(opened?.body).view))
  await sends.form(ana, formIds.quote, form?.metadata ?? '', { [fieldIds.text]: words })
}

const sketchesIn = ({ ledger, team, hub, place }: World) =>
  [
    ['hub', hub],
    ['place', place],
  ].map(([key = '', channelId = '']) => {
    const home = homeTypedIn(team.slack, channelId, team.ana)
    const word = (label: string) => ledger.plant(`${label} of a sketch`, key, home, team.ana)
    return {
      name: word('the name'),
      claims: [`${word('a claim')} comes first`, `they ${word('a claim')} alone`],
      channelId,
    }
  })

/** What Ana types to see all of that; answers what she is shown. */
export const marketingReads = async (world: World, channelId: string): Promise<string[]> => {
  const { ledger, sends, actors } = world
  const words = (label: string) =>
    [...ledger.pieces.values()].flatMap((piece) => (piece.label === label ? [piece.word] : []))
  const typed = [
    ...['', ...words('the name of a sketch').flatMap((name) => [name, `review ${name}`])].map((line) => [
      '/persona',
      line,
    ]),
    ...['words light', ...words('the company of hub').map((company) => `at ${company}`)].map((line) => [
      '/person',
      line,
    ]),
  ]
  const shown: string[] = []
  for (const [command, line = ''] of typed)
    shown.push(await sends.command(actors.ana, channelId, line, command))
  return shown
}
