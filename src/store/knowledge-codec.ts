import type { Commitment } from '../domain/commitment.js'
import type { KeyDate } from '../domain/key-date.js'
import type { Merge } from '../domain/merge.js'
import type { OpenQuestion } from '../domain/open-question.js'
import { type Tie, type TieKind, tieKinds } from '../domain/tie.js'
import { about, aboutCells, type Codec, flag, json } from './codec.js'

export const commitmentCodec: Codec<Commitment, 'commitments'> = {
  table: 'commitments',
  encode: (commitment) => ({
    ...aboutCells(commitment),
    written_at: commitment.at,
    happened_on: commitment.on,
    kind: commitment.kind,
    text: commitment.text,
    due_on: commitment.dueOn,
    closed_as: commitment.closed?.as ?? null,
    closed_on: commitment.closed?.on ?? null,
    closed_by: commitment.closed?.by ?? null,
  }),
  decode: (row) => ({
    ...about(row),
    at: row.written_at,
    on: row.happened_on,
    kind: row.kind,
    text: row.text,
    dueOn: row.due_on,
    closed:
      row.closed_as === null
        ? null
        : { as: row.closed_as, on: row.closed_on ?? row.happened_on, by: row.closed_by ?? row.written_by },
  }),
}

export const keyDateCodec: Codec<KeyDate, 'key_dates'> = {
  table: 'key_dates',
  encode: (date) => ({
    ...aboutCells(date),
    written_at: date.at,
    happened_on: date.on,
    kind: date.kind,
    text: date.text,
    month_day: date.monthDay,
    year: date.year,
    yearly: flag(date.yearly),
  }),
  decode: (row) => ({
    ...about(row),
    at: row.written_at,
    on: row.happened_on,
    kind: row.kind,
    text: row.text,
    monthDay: row.month_day,
    year: row.year,
    yearly: row.yearly === 1,
  }),
}

export const openQuestionCodec: Codec<OpenQuestion, 'open_questions'> = {
  table: 'open_questions',
  encode: (question) => ({
    ...aboutCells(question),
    written_at: question.at,
    happened_on: question.on,
    text: question.text,
    answered_on: question.answered?.on ?? null,
    answered_by: question.answered?.by ?? null,
    answer_note_id: question.answered?.noteId ?? null,
  }),
  decode: (row) => ({
    ...about(row),
    at: row.written_at,
    on: row.happened_on,
    text: row.text,
    answered:
      row.answered_on === null
        ? null
        : { on: row.answered_on, by: row.answered_by ?? row.written_by, noteId: row.answer_note_id },
  }),
}

export const tieCodec: Codec<Tie, 'ties'> = {
  table: 'ties',
  encode: (tie) => ({
    ...aboutCells(tie),
    written_at: tie.at,
    kind: tie.kind,
    other_id: tie.otherId,
  }),
  decode: (row) => ({
    ...about(row),
    at: row.written_at,
    kind: tieKindOf(row.kind),
    otherId: row.other_id,
  }),
}

/** Kinds are written by this program alone, always from a `TieKind`. */
export const tieKindOf = (text: string): TieKind => tieKinds.find((kind) => kind === text) ?? 'works with'

export const mergeCodec: Codec<Merge, 'merges'> = {
  table: 'merges',
  encode: (merge) => ({
    ...aboutCells(merge),
    written_at: merge.at,
    merged_id: merge.mergedId,
    taken: json(merge.taken),
  }),
  decode: (row) => ({
    ...about(row),
    at: row.written_at,
    mergedId: row.merged_id,
    taken: JSON.parse(row.taken),
  }),
}
