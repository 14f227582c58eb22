import { type Check, may, need, oneOf, shape, string, webAddress } from '../rules.js'
import { plainText } from '../text.js'

const blockId = may(string(255))

/** Blocks that only show something. */
export const plainBlocks: Record<string, Check> = {
  divider: shape({ type: need(oneOf('divider')), block_id: blockId }),
  header: shape({ type: need(oneOf('header')), block_id: blockId, text: need(plainText(150)) }),
  image: shape({
    type: need(oneOf('image')),
    block_id: blockId,
    image_url: need(webAddress),
    alt_text: need(string(2_000)),
    title: may(plainText(2_000)),
  }),
  markdown: shape({ type: need(oneOf('markdown')), block_id: blockId, text: need(string(12_000)) }),
}
