import type { Workspace } from '../world/workspace.js'

/** Where text is typed: in a command Slack puts the name beside the id of a mention. */
export interface TypedIn {
  withNames: boolean
}

/**
 * Text as Slack passes it on when somebody types it: & < > escaped, mentions as <@U..>, channels as <#C..|name>,
 * addresses as links. A mention may be typed as @handle or given as <@U..>, a channel as #name or <#C..>.
 */
export function typedText(workspace: Workspace, text: string, { withNames }: TypedIn): string {
  const kept: string[] = []
  const keep = (markup: string) => `\uE000${kept.push(markup) - 1}\uE000`
  const user = (id: string) => `<@${id}${withNames ? `|${workspace.user(id).name}` : ''}>`
  const channel = (id: string) => `<#${id}|${workspace.channel(id).name}>`
  return text
    .replace(/<@([UW][A-Z0-9]+)(?:\|[^<>]*)?>/g, (whole, id: string) =>
      workspace.users.has(id) ? keep(user(id)) : whole,
    )
    .replace(/<#([CDG][A-Z0-9]+)(?:\|[^<>]*)?>/g, (whole, id: string) =>
      workspace.channels.has(id) ? keep(channel(id)) : whole,
    )
    .replace(/(?<![\w@])@([\w.-]*\w)/g, (whole, name: string) => {
      if (['channel', 'here', 'everyone'].includes(name)) return keep(`<!${name}>`)
      const found = [...workspace.users.values()].find((other) => other.name === name)
      return found ? keep(user(found.id)) : whole
    })
    .replace(/(?<![\w&#])#([\w-]+)/g, (whole, name: string) => {
      const found = [...workspace.channels.values()].find(
        (other) => other.kind !== 'im' && other.name === name,
      )
      return found ? keep(channel(found.id)) : whole
    })
    .replace(/https?:\/\/[^\s<>|]+/g, (address) => keep(`<${address.replaceAll('&', '&amp;')}>`))
    .replace(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, (address) => keep(`<mailto:${address}|${address}>`))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/\uE000(\d+)\uE000/g, (_, index: string) => kept[Number(index)] ?? '')
}
