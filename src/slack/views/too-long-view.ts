import type { ModalView } from '@slack/types'
import type { Person } from '../../domain/person.js'
import { called, command, say } from './copy.js'
import { notice, words } from './form-inputs.js'
import { richText } from './rich-text.js'

/** A form would cut what it cannot hold, so it is shown instead, whole, with the way around. */
export const tooLong = (text: string, { name }: Person, verb = 'note'): ModalView =>
  notice('Too long for a form', [
    words(
      say`This is longer than a form in Slack can hold, so it stays as it is.`,
      say`To replace it, copy what you need from here, type it again (${command(`/person ${verb} ${called(name)}: ...`)}), then remove this one under “More”.`,
    ),
    richText([{ quote: text }]),
  ])
