import { z } from 'zod'

const option = z.object({ value: z.string().default('') })
const ids = z.array(z.string()).nullish()

/** What an element of any kind holds. Slack has a field for each kind. */
export const elementState = z.object({
  value: z.string().nullish(),
  selected_option: option.nullish(),
  selected_options: z.array(option).nullish(),
  selected_user: z.string().nullish(),
  selected_users: ids,
  selected_conversation: z.string().nullish(),
  selected_conversations: ids,
  selected_channel: z.string().nullish(),
  selected_channels: ids,
  selected_date: z.string().nullish(),
  selected_time: z.string().nullish(),
  files: z.array(z.object({ id: z.string() })).nullish(),
})

/** One text for it: several choices are joined by commas; empty when nothing was chosen. */
export const heldValue = (element: z.output<typeof elementState>): string => {
  const several =
    element.files?.map((file) => file.id) ??
    element.selected_options?.map((each) => each.value) ??
    element.selected_users ??
    element.selected_conversations ??
    element.selected_channels
  return (
    element.value ??
    element.selected_option?.value ??
    element.selected_user ??
    element.selected_conversation ??
    element.selected_channel ??
    element.selected_date ??
    element.selected_time ??
    several?.join(',') ??
    ''
  )
}
