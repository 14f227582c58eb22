import type { NoticeModel } from '../../app/nudges/compose-notice.js'
import type { PostModel } from '../../app/nudges/post-model.js'
import type { Reply } from '../answer.js'
import { fellSilentView } from './fell-silent-view.js'
import { handedCardView, handOverUndoneView } from './handed-card-view.js'
import { installAgainView } from './install-again-view.js'
import { installedView } from './installed-view.js'
import { outageView } from './outage-view.js'
import { postView } from './post-view.js'
import { settingsNoticeView } from './settings-view.js'
import { contradictedView } from './sketch-review-view.js'
import { undeliveredView } from './undelivered-view.js'
import { weekView } from './week-view.js'

/** Everything that the bot posts of its own accord. */
export const outboxView = (model: PostModel | NoticeModel): Reply => {
  if (model.kind === 'hand-over') return handedCardView(model.handed)
  if (model.kind === 'hand-over-undone') return handOverUndoneView(model)
  if (model.kind === 'fell-silent') return fellSilentView(model)
  if (model.kind === 'undelivered') return undeliveredView(model)
  if (model.kind === 'installed') return installedView(model)
  if (model.kind === 'install-again') return installAgainView(model)
  if (model.kind === 'outage') return outageView(model)
  if (model.kind === 'week') return weekView(model)
  if (model.kind === 'contradicted') return contradictedView(model)
  return model.kind === 'settings' ? settingsNoticeView(model) : postView(model)
}
