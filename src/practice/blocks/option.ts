import { isObject } from '../json.js'
import { both, type Check, list, may, need, shape, string, webAddress } from './rules.js'
import { anyText, plainText } from './text.js'

const choice = { value: need(string(150)), description: may(plainText(75)) }

/** An option of a select. */
export const selectOption = shape({ text: need(plainText(75)), ...choice })

/** An option of an overflow menu: the only one that may be a link. */
export const overflowOption = shape({ text: need(plainText(75)), ...choice, url: may(webAddress) })

/** An option of radio buttons or checkboxes: the only ones with markup. */
export const markedOption = shape({
  text: need(anyText(75)),
  value: need(string(150)),
  description: may(anyText(75)),
})

const optionGroup = shape({ label: need(plainText(75)), options: need(list(selectOption, 1, 100)) })

/** The `options` or `option_groups` of a static select or of a suggestion: one of the two, not both. */
export const optionFields = {
  options: may(list(selectOption, 1, 100)),
  option_groups: may(list(optionGroup, 1, 100)),
}

export const eitherOptionsOrGroups: Check = (value, at) => {
  if (!isObject(value)) return
  const given = ['options', 'option_groups'].filter((name) => value[name] !== undefined)
  if (given.length !== 1) at.refuse('must provide either options or option_groups, and not both')
}

/** What a bot answers to `block_suggestion`; there an empty list is allowed. */
export const suggestionAnswer = both(
  shape({
    options: may(list(selectOption, 0, 100)),
    option_groups: may(list(optionGroup, 0, 100)),
  }),
  eitherOptionsOrGroups,
)

/** Every option of an element, groups flattened, as JSON text for comparing. */
function optionTexts(element: unknown): Set<string> {
  if (!isObject(element)) return new Set()
  const groups = Array.isArray(element.option_groups) ? element.option_groups : []
  const grouped = groups.flatMap((group) =>
    isObject(group) && Array.isArray(group.options) ? group.options : [],
  )
  const options = Array.isArray(element.options) ? element.options : []
  return new Set([...options, ...grouped].map(comparable))
}

function comparable(option: unknown): string {
  if (!isObject(option)) return JSON.stringify(option)
  const text = isObject(option.text) ? `${option.text.type}:${option.text.text}` : ''
  return JSON.stringify([text, option.value])
}

/** What is chosen at first must be one of the options. */
export const initialIsAnOption: Check = (value, at) => {
  if (!isObject(value)) return
  const known = optionTexts(value)
  const initial = value.initial_option ?? value.initial_options
  if (initial === undefined) return
  for (const option of Array.isArray(initial) ? initial : [initial]) {
    if (!known.has(comparable(option))) at.refuse('initial option must be one of the options provided')
  }
}
