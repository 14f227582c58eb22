import { type Check, need, oneOf, shape, string, webAddress } from '../rules.js'
import { button } from './button.js'
import { choices } from './choices.js'
import { fileInput } from './file.js'
import { pickers } from './picker.js'
import { selects } from './select.js'
import { typed } from './typed.js'

const image = shape({
  type: need(oneOf('image')),
  image_url: need(webAddress),
  alt_text: need(string(2_000)),
})

const { datetimepicker, ...dayAndTime } = pickers
const { overflow, ...open } = choices

/** What may stand beside a section's text. */
export const accessories: Record<string, Check | undefined> = {
  button,
  image,
  overflow,
  ...open,
  ...selects,
  ...dayAndTime,
}

/** What may stand in an actions block. */
export const actionElements: Record<string, Check | undefined> = {
  button,
  overflow,
  datetimepicker,
  ...open,
  ...selects,
  ...dayAndTime,
}

/** What may stand in an input block. */
export const inputElements: Record<string, Check | undefined> = {
  datetimepicker,
  file_input: fileInput,
  ...typed,
  ...open,
  ...selects,
  ...dayAndTime,
}

export const imageElement = image
