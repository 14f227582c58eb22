import { describe, expect, it } from 'vitest'
import { Cipher, SealError, sealMark } from '../../../src/store/cipher/cipher.js'
import { keyOf, sealedWith } from '../../support/sealed.js'

const isT1 = (workspaceId: string) => workspaceId === 'T1'

describe('a sealed value', () => {
  const cipher = new Cipher(sealedWith('a'))
  const sealed = cipher.seal('notes.text', 'T1', 'proud of his crew 👷')

  it('opens where it was sealed, and shows nothing before', () => {
    expect(cipher.open('notes.text', sealed, isT1)).toBe('proud of his crew 👷')
    expect(sealed.startsWith(sealMark)).toBe(true)
    expect(sealed).not.toContain('proud')
    expect(Buffer.from(sealed.split(':')[2] ?? '', 'base64').toString('latin1')).not.toContain('proud')
  })

  it('is another each time, so that equal texts do not show as equal', () => {
    const many = Array.from({ length: 200 }, () => cipher.seal('notes.text', 'T1', 'yes'))
    expect(new Set(many).size).toBe(200)
  })

  it('opens in no other column and for no other workspace, and not when a letter of it was changed', () => {
    expect(() => cipher.open('interactions.text', sealed, isT1)).toThrow(SealError)
    expect(() => cipher.open('notes.text', sealed, (id) => id === 'T2')).toThrow(/for another workspace/)
    // Said to be of the other workspace, it was not sealed there.
    expect(() => cipher.open('notes.text', sealed.replace(':T1:', ':T2:'), (id) => id === 'T2')).toThrow(
      SealError,
    )
    for (const at of [sealed.length - 3, sealed.length - 30, sealed.indexOf(':T1:') + 5])
      expect(() => cipher.open('notes.text', changedAt(sealed, at), isT1)).toThrow(/was changed/)
    expect(() => cipher.open('notes.text', sealed.slice(0, -12), isT1)).toThrow(SealError)
    expect(() => cipher.open('notes.text', `${sealMark}`, isT1)).toThrow(SealError)
  })

  it('opens with a key of before, and without its key says which one is missing', () => {
    const later = new Cipher(sealedWith('b', 'a'))
    expect(later.open('notes.text', sealed, isT1)).toBe('proud of his crew 👷')
    expect(later.seal('notes.text', 'T1', 'x').startsWith(`${sealMark}${later.newestId}:T1:`)).toBe(true)
    const [id] = sealed.slice(1).split(':')
    expect(() => new Cipher(sealedWith('b')).open('notes.text', sealed, isT1)).toThrow(
      `notes.text is sealed with the key ${id}, which is not given`,
    )
  })

  it('is made no more when only keys of before are given', () => {
    const off = new Cipher({ key: null, before: [keyOf('a')] })
    expect(off.seal('notes.text', 'T1', 'plain again')).toBe('plain again')
    expect(off.wordMark('T1', 'plain')).toBe('plain')
    expect(off.open('notes.text', sealed, isT1)).toBe('proud of his crew 👷')
  })
})

describe('what stands for a word in the index', () => {
  it('is the same for the same word, and differs by word, workspace and key', () => {
    const [a, b] = [new Cipher(sealedWith('a')), new Cipher(sealedWith('b', 'a'))]
    expect(a.wordMark('T1', 'crew')).toBe(new Cipher(sealedWith('a')).wordMark('T1', 'crew'))
    const different = [a.wordMark('T1', 'crew'), a.wordMark('T1', 'crews'), a.wordMark('T2', 'crew')]
    expect(new Set([...different, b.wordMark('T1', 'crew')]).size).toBe(4)
    expect(b.wordMarks('T1', 'crew')).toEqual([b.wordMark('T1', 'crew'), a.wordMark('T1', 'crew')])
  })
})

const changedAt = (text: string, at: number): string =>
  `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`
