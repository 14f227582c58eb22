import type { ModalView } from '@slack/types'
import type { Apart } from '../../app/merges/taken-apart.js'
import type { HistoryEntry } from '../../app/people/history.js'
import type { CameSince } from '../../app/ports.js'
import { fieldIds, formIds } from '../action-ids.js'
import { clip } from './blocks.js'
import type { ViewContext } from './context.js'
import { named, ours, say } from './copy.js'
import { form, radioInput, words } from './form-inputs.js'
import { titleOf } from './history-titles.js'
import { richText } from './rich-text.js'

/** Entries on one page; each takes two blocks. */
export const onOnePage = 8
/** As much of each as tells whose it is. */
const shown = 300

type Asked = {
  readonly apart: Apart
  readonly since: readonly CameSince[]
  readonly toSecond: readonly CameSince[]
  /** Of the first that is asked about on this page. */
  readonly offset: number
}

/** Whose is what came since two were merged? Unless said otherwise it stays with the first. */
export const cameSinceForm = (
  { apart: { person, merge }, since, offset }: Asked,
  entries: readonly HistoryEntry[],
  metadata: string,
  ctx: ViewContext,
): ModalView => {
  const page = since.slice(offset, offset + onOnePage)
  const choices = [
    { label: `Stays with ${person.name}`, value: 'first' },
    { label: `Goes to ${merge.second.name}`, value: 'second' },
  ]
  const count = since.length === 1 ? '' : ` ${offset + 1} to ${offset + page.length} of ${since.length}.`
  return form({
    id: formIds.cameSince,
    title: 'Whose is it?',
    submit: offset + page.length < since.length ? 'Next' : 'Take apart',
    metadata,
    blocks: [
      words(
        say`${named(merge.second.name)} is taken out of ${named(person.name)} again. This came since:${ours(count)}`,
      ),
      ...page.flatMap((ref, i) => {
        const entry = entries.find((each) => each.kind === ref.kind && each.entry.id === ref.id)
        if (entry === undefined) return []
        const text = 'text' in entry.entry ? entry.entry.text : ''
        const title = { lines: [titleOf(entry, ctx)] }
        return [
          richText(text === '' ? [title] : [title, { quote: clip(text, shown) }]),
          // Slack leaves in a field of the same name what was chosen on the page before.
          radioInput(`${fieldIds.whose}-${offset + i}`, 'Whose is it?', choices, 'first'),
        ]
      }),
    ],
  })
}
