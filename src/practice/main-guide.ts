import type { GuideStep } from './page/wire.js'

/** The first minute: what to type, and what to look for. */
export const firstMinute: readonly GuideStep[] = [
  {
    title: 'Meet Frank',
    type: '/person frank',
    begins: '/person frank',
    look: 'What is coming for him, what he last told the team in his own words, what Ana promised, and what to ask him.',
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
    look: 'One short message about him in #customers: why now, the very words you just typed, and one question.',
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
  {
    title: 'Before the next call',
    type: '/person at acme',
    begins: '/person at acme',
    look: 'The people there: Frank, Susan, whom he reports to, and one whom nobody has met yet. All of yours are in Home, under Personable.',
    done: 'typed',
    place: 'customers',
  },
]
