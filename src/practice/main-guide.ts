import type { GuideStep } from './page/wire.js'

/** The first minute: what to type, and what to look for. */
export const firstMinute: readonly GuideStep[] = [
  {
    title: 'Meet Frank',
    type: '/person frank',
    begins: '/person frank',
    look: 'Who he is, what he last told the team in his own words, and one question worth asking.',
    done: 'typed',
    place: 'customers',
  },
  {
    title: 'Keep something he said',
    type: '/person heard frank my daughter got the room with the view',
    begins: '/person heard frank',
    look: 'Kept word for word. Only you see this answer; the whole channel knows Frank a little better.',
    done: 'typed',
    place: 'customers',
  },
  {
    title: 'Sleep on it',
    how: 'It has been three weeks since anybody spoke with Frank. Move the clock.',
    look: 'One short message about him in #customers, with the very words you just typed.',
    done: 'moved',
  },
  {
    title: 'Answer the nudge',
    type: 'He loves the view. "It is mostly a car park, but it is her car park."',
    how: 'Press “I reached out”. What he said is there to put in.',
    look: 'The nudge becomes one quiet line that says who did what.',
    done: 'submitted',
    place: 'customers',
  },
]
