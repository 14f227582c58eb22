import type { ActKind } from '../../domain/act.js'
import { say, teammate, type Words } from './copy.js'

/** What a teammate did since, on which an act stands that was to be taken back. */
const later: Partial<Record<ActKind, string>> = {
  note: 'kept a note',
  heard: 'kept their words',
  met: 'wrote down a meeting',
  called: 'wrote down a call',
  emailed: 'wrote down an email',
  messaged: 'wrote down a message',
  settings: 'changed the settings',
  role: 'wrote down a new role',
  left: 'wrote down that a role ended',
  'role-answered': 'said whether a change of role is so',
  every: 'changed the rhythm',
  situation: 'wrote down what is going on',
  trigger: 'wrote down a day that matters',
  promise: 'wrote down a promise',
  step: 'wrote down a next step',
  kept: 'closed a promise or step',
  broke: 'closed a promise or step',
  date: 'wrote down a date',
  ask: 'asked a question',
  answered: 'answered a question',
  prefers: 'wrote down how to reach them',
  tie: 'tied them to somebody',
  merge: 'merged them with somebody',
  unmerge: 'took them apart from somebody',
  edit: 'put something right',
  quote: 'said whether those words may be quoted',
  home: 'moved them',
  hand: 'handed them over',
  sketch: 'worked on that sketch',
  tried: 'said whether a claim holds for somebody',
  reaction: 'wrote something down by reaction',
  'reached-out': 'reached out to them',
}

/** Why an act is not taken back; `by` is null where the asker may not see what stands on it. */
export const builtOn = (kind: ActKind, by: string | null): Words =>
  by === null
    ? say`More was written down since, and that stands on it. So it stays.`
    : say`${teammate(by)} ${later[kind] ?? 'changed something'} since, and that stands on it. So it stays.`
