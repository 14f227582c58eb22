import { byType, type Check } from '../rules.js'
import { actions } from './actions.js'
import { context } from './context.js'
import { input } from './input.js'
import { plainBlocks } from './plain.js'
import { richText } from './rich-text.js'
import { section } from './section.js'

const layouts: Record<string, Check | undefined> = {
  section,
  actions,
  context,
  input,
  rich_text: richText,
  ...plainBlocks,
}
const messagesOnly = new Set(['markdown'])

/** Any block, where it stands. Kinds that Slack has and this practice Slack has not are refused as unsupported too. */
export const block: Check = (value, at) => {
  byType((type) => (messagesOnly.has(type) && at.surface !== 'message' ? undefined : layouts[type]))(
    value,
    at,
  )
}
