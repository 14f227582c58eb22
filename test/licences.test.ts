import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

type Packages = Readonly<Record<string, { readonly license?: string; readonly dev?: boolean }>>

/** Licences under which a program under MIT may be used, changed, sold and hosted. */
const permitted = new Set([
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  // Binds whoever changes the library's own files; we use them as they are.
  'MPL-2.0',
  // Of fonts: they may be bundled and handed on with any program, under their own licence and not sold by themselves. What is drawn with them is free.
  'OFL-1.1',
])

/** An expression of SPDX: of `or` one is enough, of `and` all are needed. */
const isPermitted = (licence: string): boolean =>
  licence
    .replace(/^\(|\)$/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((each) => permitted.has(each)))

it('the licence of everything that is installed permits this use', () => {
  const lock: { packages: Packages } = JSON.parse(
    readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'),
  )
  const others = Object.entries(lock.packages).filter(([path]) => path !== '')
  expect(others.length).toBeGreaterThan(100)
  const refused = others.filter(([, { license = '' }]) => !isPermitted(license)).map(([path]) => path)
  expect(refused).toEqual([])
  const fonts = others.filter(([, { license }]) => license === 'OFL-1.1').map(([path]) => path)
  expect(fonts).toEqual(['node_modules/@fontsource/noto-sans'])
})
