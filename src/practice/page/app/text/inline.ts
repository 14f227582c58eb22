/** Words with marks, as mrkdwn, markdown and rich text all end up. */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'bold' | 'italic' | 'strike' | 'underline'; of: Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'link'; url: string; of: Inline[] }
  | { kind: 'user'; id: string; label?: string }
  | { kind: 'channel'; id: string; label?: string }
  | { kind: 'broadcast'; range: string }
  | { kind: 'emoji'; name: string }

/** Lines of words, quoted or not; code to the letter; lists and headings of markdown. */
export type Piece =
  | { kind: 'lines' | 'quote'; lines: Inline[][] }
  | { kind: 'code'; text: string }
  | { kind: 'heading'; line: Inline[] }
  | { kind: 'list'; isOrdered: boolean; items: Inline[][] }

export const plainInline = (text: string): Inline => ({ kind: 'text', text })
