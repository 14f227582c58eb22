/** What is found by words, whatever table it stands in. */
export type SearchEntryRow = {
  workspace_id: string
  source:
    | 'people'
    | 'prefers'
    | 'roles'
    | 'notes'
    | 'interactions'
    | 'commitments'
    | 'key_dates'
    | 'open_questions'
    | 'ties'
    | 'quotes'
  entry_id: string
  kind:
    | 'person'
    | 'prefers'
    | 'role'
    | 'past-role'
    | 'note'
    | 'heard'
    | 'situation'
    | 'interaction'
    | 'promise'
    | 'step'
    | 'date'
    | 'trigger'
    | 'question'
    | 'tie'
    | 'quote'
  person_id: string
  home: string
  written_by: string
  /** Greater is newer: by the day it is about, then by when it was typed. */
  place: number
  words: string
}
