import { searchWords } from './names.js'

/**
 * What somebody does, in general terms: all that is ever said of whoever is quoted. One of a few words of ours, whatever the
 * title says: "Bishop of Ely" would be a name, and so would how high somebody stands.
 */
export const roleKinds = [
  'buying',
  'facilities',
  'safety',
  'finance',
  'law',
  'computers',
  'people',
  'marketing',
  'sales',
  'logistics',
  'production',
  'engineering',
  'operations',
  'care',
  'teaching',
  'running',
] as const
export type RoleKind = (typeof roleKinds)[number]

/** Words of titles, by the beginnings that they have; the first kind that fits is taken, whatever runs the rest. */
const beginnings: { readonly [K in RoleKind]: readonly string[] } = {
  buying: ['buyer', 'buying', 'purchas', 'procure', 'sourcing', 'einkauf', 'einkäuf', 'acheteu', 'compras'],
  facilities: ['facilit', 'building', 'janitor', 'caretaker', 'porter', 'maintenance', 'property', 'estate'],
  safety: ['safety', 'security', 'ehs', 'hse', 'compliance'],
  finance: [
    'cfo',
    'financ',
    'accounta',
    'accounti',
    'controller',
    'controlling',
    'treasur',
    'bookkeep',
    'audit',
  ],
  law: ['legal', 'lawyer', 'counsel', 'attorney', 'solicitor', 'paralegal'],
  computers: ['cio', 'cto', 'ciso', 'it', 'software', 'developer', 'sysadmin', 'data', 'informat'],
  people: ['hr', 'chro', 'recruit', 'talent', 'personnel', 'personal', 'people'],
  marketing: ['cmo', 'marketing', 'communicat', 'brand', 'copywrit', 'editor'],
  sales: ['sales', 'cro', 'commercial', 'vertrieb', 'ventas'],
  logistics: ['logisti', 'warehouse', 'supply', 'shipping', 'transport', 'driver', 'fleet'],
  production: ['production', 'plant', 'shift', 'foreman', 'foreperson', 'machin', 'manufactur', 'assembl'],
  engineering: ['engineer', 'ingen', 'architect', 'designer', 'technic', 'electric', 'research', 'scientist'],
  operations: ['coo', 'operation', 'operating'],
  care: ['nurse', 'nursing', 'doctor', 'physician', 'care', 'medic', 'clinic', 'therap'],
  teaching: ['teach', 'professor', 'lecturer', 'school', 'principal', 'headmaster', 'trainer'],
  running: [
    'ceo',
    'owner',
    'founder',
    'cofounder',
    'president',
    'managing',
    'partner',
    'geschäftsführ',
    'inhaber',
  ],
}
/** So short that they begin other words too. */
const wholeWords = new Set([
  'it',
  'hr',
  'cro',
  'coo',
  'cio',
  'cto',
  'cfo',
  'cmo',
  'ceo',
  'ehs',
  'hse',
  'care',
  'data',
])

/** The kind of a title; null where it is none of them, or nothing is known. A vice president runs nothing by that word. */
export const roleKindOf = (title: string): RoleKind | null => {
  const words = searchWords(title.replace(/\b(vice[\s-]+president|vp)\b/giu, ' '))
  const has = (beginning: string): boolean =>
    words.some((word) =>
      wholeWords.has(beginning) ? word === beginning : word.startsWith(foldedOnce(beginning)),
    )
  return roleKinds.find((kind) => beginnings[kind].some(has)) ?? null
}

const foldedOnce = (word: string): string => searchWords(word)[0] ?? word

export const isRoleKind = (text: string): text is RoleKind => roleKinds.some((kind) => kind === text)
