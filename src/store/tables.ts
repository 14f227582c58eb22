import type { Kysely } from 'kysely'
import type {
  ChoreRow,
  RetractionRow,
  SecretRow,
  ToldRow,
  TombstoneRow,
  UnclaimedRow,
} from './forgetting-tables.js'
import type { AnswerRow, HeardRow, HomeRow, OwedAnswerRow } from './heard-tables.js'
import type { ImportRowRow, ImportTableRow } from './import-tables.js'
import type {
  ErasureRow,
  GrantedWorkspaceRow,
  InstallationRow,
  InstallStateRow,
} from './installation-tables.js'
import type { CommitmentRow, KeyDateRow, MergeRow, OpenQuestionRow, TieRow } from './knowledge-tables.js'
import type { MindedRow } from './minding-tables.js'
import type { PaceTableRow } from './pace-tables.js'
import type { PersonaClaimRow, PersonaRow, PersonaTrialRow } from './persona-tables.js'
import type { DigestRow, NudgeReasonRow, NudgeRow, PostRow, WeekRow } from './post-tables.js'
import type { RoleQuestionRow, SightingRow } from './role-change-tables.js'
import type { AboutPerson, Flag, Owned, Placed } from './row.js'
import type { SearchEntryRow } from './search-tables.js'
import type { SourceMarkRow, SourceRow, SourceWordRow } from './source-tables.js'
import type { PlaceTroubleRow, PulseRow } from './trouble-tables.js'
import type { TurnRow } from './turn-tables.js'

/** The shapes of the rows: see `row.ts` for what they have in common. */

export type PersonRow = Owned &
  Placed & {
    name: string
    introduced_at: string
    introduced_on: string
    owner_id: string
    rhythm: string
    rhythm_set_on: string | null
    first_due_on: string | null
    let_be_on: string | null
    later_until: string | null
    slack_user_id: string | null
    prefers: string | null
    offstage: Flag
    addresses: string
    /** Where they come from, while nobody has confirmed it. */
    source: string | null
    /** Derived from all contacts, rhythm and news; kept current by the recorder, never journalled. */
    last_contact_on: string | null
    due_on: string | null
    open_news: Flag
  }

type RoleRow = AboutPerson & {
  written_at: string
  title: string
  company: string
  company_key: string
  since_on: string | null
  until_on: string | null
  source: string | null
}

type NoteRow = AboutPerson & {
  written_at: string
  happened_on: string
  kind: 'note' | 'heard' | 'situation'
  text: string
  facets: string
  interaction_id: string | null
  source: string | null
  /** As it may be quoted. */
  quote: string | null
  quote_role: string | null
}

type InteractionRow = AboutPerson & {
  written_at: string
  happened_on: string
  kind: 'met' | 'called' | 'emailed' | 'messaged'
  text: string
  teammates: string
}

type NewsRow = AboutPerson & {
  written_at: string
  happened_on: string
  kind: 'new-role' | 'left'
  role_id: string
  before_role_id: string | null
  ends_role_id: string | null
}

type MarkRow = AboutPerson & {
  channel_id: string
  message_ts: string
  user_id: string
  emoji: string
  entry_kind: 'interaction' | 'note'
  entry_id: string
}

/** Every name, address or Slack user that a person can be called by. */
export type PersonKeyRow = {
  workspace_id: string
  key: string
  kind: 'full' | 'given' | 'family' | 'initials' | 'address' | 'slack'
  person_id: string
  /** The key from its end to its beginning, for names that begin wrongly. */
  backwards: string
}

/** A name that people have, or a part of it, once for all of them, by its first letters without some of these. */
export type NameSpellingRow = { workspace_id: string; left_out: string; key: string }
/** A word with which something begins that people are called by, once for all of them. */
export type FirstWordRow = { workspace_id: string; word: string }

export type ActRow = Owned & {
  seq: number
  kind: string
  written_by: string
  written_at: string
  place: string
  person_id: string | null
  cause: string | null
  part_of: string | null
  undone_by: string | null
}

export type ChangeRow = {
  workspace_id: string
  act_seq: number
  ordinal: number
  table_name: string
  row_id: string
  person_id: string | null
  row_before: string | null
  row_after: string | null
}

/** A place is known by its home; its id is the home that it first had. */
export type PlaceRow = Owned & {
  home: string
  zone: string
  digest_hour: number
  days: string
  from_hour: number
  to_hour: number
  cap: number
  rhythm: string
  holidays: string
  reactions: string
  week: Flag
  mindful: Flag
  mirror: Flag
  zone_untold: Flag
  zone_set: Flag
  postable: Flag
}

/** Who is in a private place, as Slack said last. */
type PlaceMembersRow = { workspace_id: string; home: string; members: string }

type DraftRow = Owned & { user_id: string; text: string; expires_at: string }
type ReactionRow = { workspace_id: string; key: string; event_ts: string; is_on: Flag }

/** The tables whose changes are journalled. */
export type JournalledRows = {
  people: PersonRow
  roles: RoleRow
  notes: NoteRow
  interactions: InteractionRow
  news: NewsRow
  commitments: CommitmentRow
  key_dates: KeyDateRow
  open_questions: OpenQuestionRow
  ties: TieRow
  merges: MergeRow
  sightings: SightingRow
  role_questions: RoleQuestionRow
  marks: MarkRow
  personas: PersonaRow
  persona_claims: PersonaClaimRow
  persona_trials: PersonaTrialRow
  nudges: NudgeRow
  places: PlaceRow
  minded: MindedRow
}
export type JournalledTable = keyof JournalledRows

export type Database = JournalledRows & {
  person_keys: PersonKeyRow
  name_spellings: NameSpellingRow
  first_words: FirstWordRow
  acts: ActRow
  changes: ChangeRow
  posts: PostRow
  nudge_reasons: NudgeReasonRow
  digests: DigestRow
  weeks: WeekRow
  drafts: DraftRow
  reactions: ReactionRow
  search_entries: SearchEntryRow
  imports: ImportTableRow
  import_rows: ImportRowRow
  secrets: SecretRow
  tombstones: TombstoneRow
  told: ToldRow
  unclaimed: UnclaimedRow
  retractions: RetractionRow
  chores: ChoreRow
  sources: SourceRow
  source_words: SourceWordRow
  source_marks: SourceMarkRow
  place_members: PlaceMembersRow
  place_troubles: PlaceTroubleRow
  pulses: PulseRow
  turns: TurnRow
  paces: PaceTableRow
  heard: HeardRow
  homes: HomeRow
  answers: AnswerRow
  owed_answers: OwedAnswerRow
  installations: InstallationRow
  granted_workspaces: GrantedWorkspaceRow
  erasures: ErasureRow
  install_states: InstallStateRow
  /** The keys that values may be sealed with. */
  seals: { key_id: string }
  personable_migrations: { name: string; timestamp: string }
}

/** A connection, inside a transaction wherever stores are handed out. */
export type Db = Kysely<Database>
