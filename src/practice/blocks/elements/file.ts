import { list, may, need, oneOf, shape, string, wholeNumber } from '../rules.js'

/** A field into which files are dropped. */
export const fileInput = shape({
  type: need(oneOf('file_input')),
  action_id: may(string(255)),
  filetypes: may(list(string(255), 1, 100)),
  max_files: may(wholeNumber(1, 10)),
})
