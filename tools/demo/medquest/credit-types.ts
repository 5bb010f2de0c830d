import type { CreditTypeFile } from '../../../apps/api/src/operator/tenant-file.js';
import { amaPra1, amaPra2, participation, plasticSurgery } from '../tenants/credit-types.js';

/** A type in steps of a quarter that stands for itself. */
const type = (
  key: string,
  shortName: string,
  name: string,
  unit: CreditTypeFile['unit'],
  audience: string[],
): CreditTypeFile => ({ key, name, shortName, unit, increment: 0.25, audience, isCategory: false });

const same = (words: string): CreditTypeFile['unit'] => ({
  one: `${words} credit`,
  other: `${words} credits`,
});

const PHYSICIANS = ['physician'];

/** In the order of the drop-down; each learner sees the types that their profession is awarded. */
export const MEDQUEST_CREDIT_TYPES: CreditTypeFile[] = [
  amaPra1,
  amaPra2,
  type('acep', 'ACEP', 'ACEP Category I Credits', same('ACEP Category I'), PHYSICIANS),
  type('aafp-prescribed', 'AAFP Prescribed', 'AAFP Prescribed Credits', same('AAFP Prescribed'), PHYSICIANS),
  type('aapa-1', 'AAPA Category 1', 'AAPA Category 1 CME Credits', same('AAPA Category 1 CME'), [
    'physician-assistant',
  ]),
  type('ancc', 'ANCC', 'ANCC Contact Hours', { one: 'contact hour', other: 'contact hours' }, ['nurse']),
  type('aap', 'AAP', 'AAP Credits', same('AAP'), PHYSICIANS),
  type(
    'abp-moc-2',
    'ABP MOC Part 2',
    'ABP MOC Part 2 Points',
    { one: 'ABP MOC Part 2 point', other: 'ABP MOC Part 2 points' },
    PHYSICIANS,
  ),
  type(
    'abim-moc',
    'ABIM MOC',
    'ABIM MOC Medical Knowledge Points',
    { one: 'ABIM MOC point', other: 'ABIM MOC points' },
    PHYSICIANS,
  ),
  type(
    'abim-moc-pa',
    'ABIM MOC Practice Assessment',
    'ABIM MOC Practice Assessment Points',
    { one: 'ABIM Practice Assessment MOC point', other: 'ABIM Practice Assessment MOC points' },
    PHYSICIANS,
  ),
  type(
    'asrt',
    'ASRT Category A',
    'ASRT Category A Credits',
    { one: 'Category A CE credit', other: 'Category A CE credits' },
    ['technologist'],
  ),
  type(
    'state-required',
    'State-Required',
    'State-Required CME',
    { one: 'hour of state-required CME', other: 'hours of state-required CME' },
    [],
  ),
  // Here they stand for themselves; a society that counts them beside Category 1 makes them a category.
  { ...plasticSurgery, isCategory: false },
  participation,
];
