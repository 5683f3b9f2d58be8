import { describe, expect, it } from 'vitest';
import { markEvidence, minorDigits, parseNumber, toMinorUnits } from '../../../server/importing/parse-number.ts';

describe('numbers of real exports', () => {
  it.each([
    ['12', null, 12],
    ['-12.5', null, -12.5],
    ['.5', null, 0.5],
    ['1e3', null, 1000],
    ['1,234.50', '.', 1234.5],
    ['1,234,567', '.', 1234567],
    ['1.234,50', ',', 1234.5],
    ['1 234,50', ',', 1234.5],
    ["1'234.50", '.', 1234.5],
    ['12,5', ',', 12.5],
    ['€ 12.50', null, 12.5],
    ['12,50 €', ',', 12.5],
    ['$1,234.50', '.', 1234.5],
    ['USD 12', null, 12],
    ['(12.50)', null, -12.5],
    ['−12', null, -12],
  ] as const)('reads %s with decimal mark %s as %d', (text, mark, expected) => {
    expect(parseNumber(text, mark)).toBe(expected);
  });

  it.each([
    ['12,5', '.'],
    ['1,23,456', '.'],
    ['1.2.3', '.'],
    ['12.5', ','],
    ['Freight Included in Commodity Cost', '.'],
    ['See DN-304 (ID#:10589)', null],
    ['-', null],
    ['12 apples', null],
    ['0x10', null],
    ['Infinity', null],
    ['NaN', null],
  ] as const)('does not take %s (decimal mark %s) for a number', (text, mark) => {
    expect(parseNumber(text, mark)).toBe('no-number');
  });

  it('asks what a comma means instead of guessing it', () => {
    expect(parseNumber('1,234', null)).toBe('mark-needed');
    expect(parseNumber('12,5', null)).toBe('mark-needed');
  });

  it.each([
    ['1,234', 'either'],
    ['1,234,567', '.'],
    ['1,234.5', '.'],
    ['12,5', ','],
    ['1.234,5', ','],
    ['12.5', null],
    ['a, b', null],
  ] as const)('takes %s as evidence for %s', (text, evidence) => {
    expect(markEvidence(text)).toBe(evidence);
  });

  it.each([
    [19.551, 'USD', 1955],
    [1.005, 'EUR', 101],
    [-1.005, 'EUR', -101],
    [0.1 + 0.2, 'EUR', 30],
    [1200, 'JPY', 1200],
    [1.2345, 'KWD', 1235],
  ])('turns %d %s into %d minor units', (amount, currency, minor) => {
    expect(toMinorUnits(amount, minorDigits(currency))).toBe(minor);
  });
});
