import type { CameSinceMerge } from '../../app/merges/came-since.js'
import type { WhoIsIn } from '../../app/merges/who-is-in.js'
import { actionIds } from '../action-ids.js'
import type { Reply } from '../answer.js'
import { button, clip } from './blocks.js'
import { choice, otherChoice } from './choices.js'
import type { ViewContext } from './context.js'
import { command, named, ours, say, teammate } from './copy.js'
import { ago } from './days.js'
import { buttons, hint, line, page } from './page.js'

/** More buttons than this are not read. */
const mostOffered = 8
const longestName = 40

/** Several were merged into one person: who of them is to be taken out? */
export const whichMergeView = ({ person, merges }: WhoIsIn, draftId: string, ctx: ViewContext): Reply => {
  const offered = merges.slice(0, mostOffered)
  return page([
    line(
      say`Several people were merged into ${named(person.name)}. Who is to be a person of their own again?`,
      ...(merges.length > offered.length ? [say`Here are the last ${String(offered.length)}.`] : []),
    ),
    ...offered.map((merge) =>
      choice(
        `${clip(merge.second.name, longestName)}, merged ${ago(merge.on, ctx.today)}`,
        merge.second.name,
        draftId,
        merge.id,
      ),
    ),
  ])
}

/** Two to be given back: whose is what came since? */
export const takeApartView = (
  { person, merge, on, since }: CameSinceMerge,
  draftId: string,
  ctx: ViewContext,
): Reply => {
  const [first, second] = [named(person.name), named(merge.second.name)]
  const value = (answer: string) => `${draftId}:${answer}`
  const by = merge.by === ctx.userId ? ours('You') : teammate(merge.by)
  const short = clip(merge.second.name, longestName)
  const said = [
    say`${by} merged ${second} into ${first} ${ours(ago(on, ctx.today))}.`,
    say`Taken apart, both are as they were, with what was put right since.`,
  ]
  if (since.length === 0)
    return page([
      line(...said),
      buttons(
        [button('Take apart', actionIds.pick, value('first'), 'primary')],
        say`“Take apart” gives both back.`,
      ),
      otherChoice('Leave them as one', draftId, 'no', say`“Leave them as one” changes nothing.`),
    ])
  const many = since.length === 1 ? 'One thing' : `${since.length} things`
  return page([
    line(
      ...said,
      say`${ours(many)} that you can see came since. Whose ${ours(since.length === 1 ? 'is it' : 'are they')}?`,
    ),
    buttons(
      [button(`All stays with ${clip(person.name, longestName)}`, actionIds.pick, value('first'), 'primary')],
      say`All stays with ${clip(person.name, longestName)}.`,
    ),
    otherChoice(`All goes to ${short}`, draftId, 'second', say`All goes to ${short}.`),
    otherChoice('Ask me one by one', draftId, 'each', say`“Ask me one by one” opens a form.`),
    otherChoice('Leave them as one', draftId, 'no', say`“Leave them as one” changes nothing.`),
    hint(say`${command('/person undo')} takes it back.`),
  ])
}

/** After "Leave them as one". */
export const leftAsOneView = (): Reply => page([line(say`All right, they stay one person. Nothing changed.`)])
