import { handsIn, opensHome, pressesAll, reacts } from './pressing.js'
import type { Shown } from './shown.js'
import { looksUp, talks, triesEveryCommand } from './typing.js'
import type { ActorName, World } from './world.js'

/** Each of these does all that can be done; what they are shown is looked at as it comes. */
export const everybodyElseTries = async (
  world: World,
  shown: Shown,
  names: readonly ActorName[],
): Promise<void> => {
  for (const name of names) {
    const actor = world.actors[name]
    await triesEveryCommand(world, actor)
    await looksUp(world, actor)
    await talks(world, actor)
    await reacts(world, actor)
    await pressesAll(world, actor, shown)
    await handsIn(world, actor, shown)
    await opensHome(world, actor)
    world.audit.wire()
  }
}
