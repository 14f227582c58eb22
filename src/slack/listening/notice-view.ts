import type { ModalView } from '@slack/types'
import type { Reply } from '../answer.js'
import { limits, plain } from '../views/blocks.js'
import type { OpenedFrom } from './opened-from.js'

/**
 * An answer as something to read in a modal, for where there is no message. Its buttons go on knowing the place. What
 * a form led to closes the forms beneath it too: what they show was true before.
 */
export const noticeView = (
  { blocks }: Reply,
  { channelId, threadTs }: Pick<OpenedFrom, 'channelId' | 'threadTs'>,
  clearsAll: boolean,
): ModalView => ({
  type: 'modal',
  title: plain('Personable', limits.modalTitle),
  close: plain('Close', limits.modalTitle),
  private_metadata: JSON.stringify({ channelId, threadTs, inView: true }),
  clear_on_close: clearsAll,
  blocks: [...blocks],
})
