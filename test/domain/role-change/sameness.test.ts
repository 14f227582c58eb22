import { describe, expect, test } from 'vitest'
import { employerOf, isSameCompany, isSameTitle } from '../../../src/domain/role-change/sameness.js'

describe('titles that are one', () => {
  test.each([
    ['Sr. Buyer', 'Senior Buyer'],
    ['senior buyer', 'SENIOR  BUYER'],
    ['Jr Developer', 'Junior Developer'],
    ['VP Operations', 'Vice President, Operations'],
    ['V.P. of Operations', 'VP Operations'],
    ['VP Ops', 'Vice President of Operations'],
    ['SVP Sales', 'Senior Vice President, Sales'],
    ['Mgr. Facilities', 'Facilities Manager'],
    ['Dir. Eng.', 'Director of Engineering'],
    ['Asst. Buyer', 'Assistant Buyer'],
    ['Director, Sales', 'Sales Director'],
    ['Research & Development Lead', 'Research and Development Lead'],
    ['Software Engineering Manager', 'Software Engineer Manager'],
    ['CEO', 'Chief Executive Officer'],
    ['Co-Founder', 'Cofounder'],
    ['Procurment Lead', 'Procurement Lead'],
    ['Procruement Lead', 'Procurement Lead'],
    ['Organisation Adviser', 'Organization Advisor'],
    ['Head of Defence', 'Head of Defense'],
    ['Labelling Supervisor', 'Labeling Supervisor'],
    ['Geschäftsführer', 'Geschaftsfuhrer'],
    ['Head of Facilities 🏭', 'Head of Facilities'],
  ])('%s is %s', (one, other) => {
    expect(isSameTitle(one, other)).toBe(true)
    expect(isSameTitle(other, one)).toBe(true)
  })
})

describe('titles that are not', () => {
  test.each([
    ['Buyer', 'Senior Buyer'],
    ['Vice President', 'President'],
    ['Assistant Manager', 'Manager'],
    ['Director Level 1', 'Director Level 2'],
    ['CFO', 'CTO'],
    ['CFO', 'CEO'],
    ['VP Sales', 'SVP Sales'],
    ['Engineer I', 'Engineer II'],
    ['Director', 'Co-Director'],
    ['Head of IT', 'Head of HR'],
    ['Trainee', 'Trainer'],
    ['Employee Relations', 'Employer Relations'],
    ['Printing Supervisor', 'Painting Supervisor'],
    ['Coating Manager', 'Casting Manager'],
    ['Head of Planning', 'Head of Planting'],
    ['Reporter', 'Deporter'],
    ['Sales', 'Sale'],
    ['C developer', 'C++ developer'],
    ['Plant Engineer', 'Plant Manager'],
    ['!!!', '???'],
  ])('%s is not %s', (one, other) => {
    expect(isSameTitle(one, other)).toBe(false)
  })
})

describe('companies', () => {
  test.each([
    ['Acme Technologies, Inc.', 'Acme Technologies'],
    ['ACME technologies', 'Acme Technologies'],
    ['Smith & Sons Ltd', 'Smith and Sons'],
    ['The Globex Corporation', 'Globex'],
    ['Müller GmbH & Co. KG', 'Muller'],
    ['A.B.C. Lighting', 'ABC Lighting'],
    ['Hooli Pty Ltd', 'Hooli'],
    ['Hooli Pvt. Ltd.', 'Hooli'],
    ['Möller GmbH & Co. KGaA', 'Möller'],
    ['Nordlys A/S', 'Nordlys'],
    ['Lipa Sp. z o.o.', 'Lipa'],
    ['Acme™', 'Acme'],
    ['株式会社日立', '日立'],
  ])('%s is %s', (one, other) => expect(isSameCompany(one, other)).toBe(true))

  test.each([
    ['Acme', 'Acme Lighting'],
    ['Globex', 'Initech'],
    ['Co', 'Inc'],
    ['Acme', ''],
  ])('%s is not %s', (one, other) => expect(isSameCompany(one, other)).toBe(false))

  test.each([
    'Freelance',
    'Self-employed',
    'selbständig',
    'Frank Ortiz',
    'frank ortiz',
    '-',
    'N/A',
    'Open to work',
    '  ',
  ])('“%s” is no employer', (company) => expect(employerOf(company, 'Frank Ortiz')).toBe(''))

  test('but a company that has their name in it is one', () => {
    expect(employerOf(' Frank Ortiz Consulting ', 'Frank Ortiz')).toBe('Frank Ortiz Consulting')
  })
})
