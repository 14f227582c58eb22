import { fieldIds } from '../action-ids.js'
import { reply } from '../answer.js'
import { takeUp } from '../conversation/drafts.js'
import { askOn, takeApart } from '../subcommands/unmerge.js'
import { onOnePage } from '../views/came-since-form.js'
import { expiredView } from '../views/draft-view.js'
import type { OnForm } from './form.js'

/** Whose is what came since, a page at a time; the last page takes the two apart. */
export const submitCameSince: OnForm = async (bot, turn, { metadata, value }) => {
  const { seenId, offset = 0 } = metadata
  const draft = seenId === undefined ? null : await takeUp(bot, turn, seenId)
  if (draft?.kind !== 'apart') return reply(expiredView())
  const asked = draft.since.slice(offset, offset + onOnePage)
  const theirs = asked.filter((_, i) => value(`${fieldIds.whose}-${offset + i}`) === 'second')
  const toSecond = [...draft.toSecond, ...theirs]
  const next = offset + onOnePage
  return next < draft.since.length
    ? askOn(bot, turn, { ...draft, toSecond }, metadata, next)
    : takeApart(bot, { ...turn, typed: draft.typed }, draft.mergeId, toSecond)
}
