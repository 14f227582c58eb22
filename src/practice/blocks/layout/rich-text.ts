import {
  byType,
  type Check,
  flag,
  list,
  may,
  need,
  oneOf,
  shape,
  string,
  webAddress,
  wholeNumber,
} from '../rules.js'

const style = may(
  shape({
    bold: may(flag),
    italic: may(flag),
    strike: may(flag),
    code: may(flag),
    underline: may(flag),
    highlight: may(flag),
    client_highlight: may(flag),
    unlink: may(flag),
  }),
)
const id = need(string(255))
const type = need(string(255))

const inline: Record<string, Check | undefined> = {
  text: shape({ type, text: need(string(12_000)), style }),
  link: shape({ type, url: need(webAddress), text: may(string(3_000)), unsafe: may(flag), style }),
  user: shape({ type, user_id: id, style }),
  usergroup: shape({ type, usergroup_id: id, style }),
  channel: shape({ type, channel_id: id, style }),
  broadcast: shape({ type, range: need(oneOf('here', 'channel', 'everyone')), style }),
  emoji: shape({ type, name: id, unicode: may(string(255)), style }),
  date: shape({
    type,
    timestamp: need(wholeNumber(0)),
    format: id,
    url: may(webAddress),
    fallback: may(string(255)),
  }),
}
const words = need(
  list(
    byType((kind) => inline[kind]),
    0,
    1_000,
  ),
)
const border = may(wholeNumber(0, 1))
const section = shape({ type: need(oneOf('rich_text_section')), elements: words })
const parts: Record<string, Check | undefined> = {
  rich_text_section: section,
  rich_text_quote: shape({ type, elements: words, border }),
  rich_text_preformatted: shape({ type, elements: words, border, language: may(string(255)) }),
  rich_text_list: shape({
    type,
    style: need(oneOf('bullet', 'ordered')),
    elements: need(list(section, 0, 1_000)),
    indent: may(wholeNumber(0, 8)),
    offset: may(wholeNumber(0)),
    border,
  }),
}

export const richText = shape({
  type: need(oneOf('rich_text')),
  block_id: may(string(255)),
  elements: need(
    list(
      byType((kind) => parts[kind]),
      1,
      1_000,
    ),
  ),
})
