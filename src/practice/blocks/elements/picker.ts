import { confirm } from '../confirm.js'
import { type Check, flag, may, need, pattern, shape, string, wholeNumber } from '../rules.js'
import { plainText } from '../text.js'

const id = string(255)
const common = { type: need(id), action_id: may(id), confirm: may(confirm), focus_on_load: may(flag) }

const day: Check = (value, at) => {
  pattern(/^\d{4}-\d{2}-\d{2}$/, 'date (YYYY-MM-DD)')(value, at)
  const parsed = new Date(`${value}T00:00:00Z`)
  // 2026-02-30 has the form of a date and is none.
  if (Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== value) {
    at.refuse('must be a valid date')
  }
}

/** Dates and times. */
export const pickers: Record<string, Check> = {
  datepicker: shape({ ...common, placeholder: may(plainText(150)), initial_date: may(day) }),
  timepicker: shape({
    ...common,
    placeholder: may(plainText(150)),
    initial_time: may(pattern(/^([01]\d|2[0-3]):[0-5]\d$/, 'time (HH:mm)')),
    timezone: may(id),
  }),
  datetimepicker: shape({ ...common, initial_date_time: may(wholeNumber(1_000_000_000, 9_999_999_999)) }),
}
