import { parseSync } from '@swc/core'

type Node = { readonly type: string } & Readonly<Record<string, unknown>>

/** Stands where a template or a sum has a value that only running the code would tell. */
const unknownPart = '\u0001'

/**
 * The texts in a TypeScript source that somebody may come to read: string and template literals, and the sums
 * of them. Comments, identifiers and types are no texts. Of the literals, these are left out, and only while
 * they are one word (a text with a space in it always counts):
 *
 * - what is imported, keys of objects and members (`{ 'audience-id': … }`, `row['audience']`)
 * - what is compared (`=== 'audience'`, `case 'audience':`)
 * - values of the properties that tell unions apart (`kind: 'audience'`)
 * - under `src/store`, where nothing is worded for people, names of tables and columns; and SQL itself
 */
export const botTexts = (source: string, path: string): string[] => {
  const isStore = /(?:^|\/)src\/store\//.test(path)
  const texts: string[] = []

  const visit = (node: Node, parent: Node | undefined, role: string): void => {
    if (node.type === 'TsLiteralType') return
    if (node.type === 'TaggedTemplateExpression' && isNode(node.tag) && node.tag.value === 'sql') return

    const text = textOf(node)
    const isSumWithin = parent?.type === 'BinaryExpression' && parent.operator === '+'
    if (text !== undefined && !isSumWithin && !isCodeWord(text, parent, role, isStore)) texts.push(text)

    for (const [key, value] of Object.entries(node)) {
      for (const child of Array.isArray(value) ? value : [value]) {
        // Call arguments and array elements come wrapped in a record without a type.
        const inner = isRecord(child) && !isNode(child) ? child.expression : child
        if (isNode(inner)) visit(inner, node, key)
      }
    }
  }

  const module = parseSync(source, { syntax: 'typescript', target: 'es2022' })
  for (const statement of module.body) if (isNode(statement)) visit(statement, undefined, 'body')
  return texts
}

/** What a literal, or a sum with a literal in it, reads as; undefined for everything else. */
const textOf = (node: Node): string | undefined => {
  if (node.type === 'StringLiteral') return String(node.value)
  if (node.type === 'TemplateLiteral' && Array.isArray(node.quasis)) {
    return node.quasis
      .map((quasi) => (isNode(quasi) ? String(quasi.cooked ?? quasi.raw) : ''))
      .join(unknownPart)
  }
  if (node.type !== 'BinaryExpression' || node.operator !== '+') return undefined
  const parts = [node.left, node.right].map((side) => (isNode(side) ? textOf(side) : undefined))
  return parts.every((part) => part === undefined)
    ? undefined
    : parts.map((part) => part ?? unknownPart).join('')
}

const comparisons = new Set(['===', '!==', '==', '!=', 'in'])
const discriminants = new Set(['kind', 'type', 'code', 'tag', 'reason'])

const isCodeWord = (text: string, parent: Node | undefined, role: string, isStore: boolean): boolean => {
  if (/\s/.test(text) || parent === undefined) return false
  if (isStore) return true
  if (role === 'source' || role === 'key') return true
  if (parent.type === 'CallExpression' && isNode(parent.callee) && parent.callee.type === 'Import')
    return true
  if (parent.type === 'Computed') return true
  if (parent.type === 'SwitchCase' && role === 'test') return true
  if (parent.type === 'BinaryExpression') return comparisons.has(String(parent.operator))
  if (parent.type !== 'KeyValueProperty' || !isNode(parent.key)) return false
  return discriminants.has(String(parent.key.value))
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

const isNode = (value: unknown): value is Node => isRecord(value) && typeof value.type === 'string'
