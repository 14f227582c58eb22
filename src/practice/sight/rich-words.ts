import { type Json, objectsAt, textAt } from '../json.js'
import type { Workspace } from '../world/workspace.js'

/** The words of a rich_text block, its sections and list items a line each. */
export function richTextWords(workspace: Workspace, block: Json): string {
  return objectsAt(block, 'elements')
    .map((part) => (part.type === 'rich_text_list' ? richTextWords(workspace, part) : words(workspace, part)))
    .join('\n')
}

function words(workspace: Workspace, part: Json): string {
  return objectsAt(part, 'elements')
    .map((element) => {
      switch (element.type) {
        case 'user':
          return `@${workspace.users.get(textAt(element, 'user_id') ?? '')?.name ?? element.user_id}`
        case 'channel':
          return `#${workspace.channels.get(textAt(element, 'channel_id') ?? '')?.name ?? element.channel_id}`
        case 'broadcast':
          return `@${element.range}`
        case 'emoji':
          return `:${element.name}:`
        case 'link':
          return textAt(element, 'text') ?? textAt(element, 'url') ?? ''
        default:
          return textAt(element, 'text') ?? textAt(element, 'fallback') ?? ''
      }
    })
    .join('')
}
