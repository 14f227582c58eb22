import type { World } from './world.js'

/** Whose Home nobody makes anew. */
const nobody = { label: 'nobody', userId: 'U0NOONE', teamId: 'T0NOWHERE' }

/** Waits until the bot has nothing more to say: several answers in a row, and nothing beside them. */
export const quiet = async ({ team, sends }: World): Promise<void> => {
  const { slack } = team
  for (let before = -1, same = 0; same < 3; ) {
    await sends.command(nobody, team.customers, 'help')
    await slack.idle()
    const now = slack.traffic.length
    same = now === before ? same + 1 : 0
    before = now
  }
}
