/** Coefficients of a regression and what their errors are made from. */
export type LeastSquares = {
  readonly coefficients: readonly number[];
  readonly residuals: readonly number[];
  /** (XᵀX)⁻¹, row by row. */
  readonly inverse: ReadonlyArray<readonly number[]>;
};

/**
 * Ordinary least squares by Householder reflections (Golub and Van Loan, "Matrix Computations", 5.3.2), which never
 * squares the condition of the matrix. `rows`: one per observation, all of one length. null where the columns are not
 * independent: the coefficients could not be told apart.
 */
export function leastSquares(rows: ReadonlyArray<readonly number[]>, values: readonly number[]): LeastSquares | null {
  const columns = rows[0]?.length ?? 0;
  if (columns === 0 || rows.length < columns) return null;
  const r = rows.map((row) => [...row]);
  const y = [...values];
  const largest = Math.max(...rows.flat().map(Math.abs));
  for (let k = 0; k < columns; k += 1) {
    const norm = Math.hypot(...r.slice(k).map((row) => row[k] ?? 0));
    if (!(norm > 1e-10 * largest)) return null;
    const head = r[k]?.[k] ?? 0;
    const alpha = head > 0 ? -norm : norm;
    const v = r.slice(k).map((row, index) => (row[k] ?? 0) - (index === 0 ? alpha : 0));
    const size = v.reduce((sum, each) => sum + each * each, 0);
    const reflect = (read: (index: number) => number, write: (index: number, value: number) => void): void => {
      const along = (2 * v.reduce((sum, each, index) => sum + each * read(index), 0)) / size;
      v.forEach((each, index) => {
        write(index, read(index) - along * each);
      });
    };
    for (let column = k; column < columns; column += 1) {
      reflect(
        (index) => r[k + index]?.[column] ?? 0,
        (index, value) => {
          const row = r[k + index];
          if (row !== undefined) row[column] = value;
        },
      );
    }
    reflect(
      (index) => y[k + index] ?? 0,
      (index, value) => {
        y[k + index] = value;
      },
    );
  }
  const upper = r.slice(0, columns);
  const coefficients = backSubstitute(upper, y);
  const residuals = rows.map(
    (row, index) => (values[index] ?? 0) - row.reduce((sum, x, column) => sum + x * (coefficients[column] ?? 0), 0),
  );
  return { coefficients, residuals, inverse: inverseOf(upper) };
}

/** Solves R x = y for an upper triangle. */
function backSubstitute(upper: ReadonlyArray<readonly number[]>, y: readonly number[]): readonly number[] {
  const x = new Array<number>(upper.length).fill(0);
  for (let k = upper.length - 1; k >= 0; k -= 1) {
    const row = upper[k] ?? [];
    let rest = y[k] ?? 0;
    for (let column = k + 1; column < upper.length; column += 1) rest -= (row[column] ?? 0) * (x[column] ?? 0);
    x[k] = rest / (row[k] ?? 1);
  }
  return x;
}

/** (RᵀR)⁻¹ = R⁻¹ R⁻ᵀ. */
function inverseOf(upper: ReadonlyArray<readonly number[]>): ReadonlyArray<readonly number[]> {
  const columns = upper.map((_, k) =>
    backSubstitute(
      upper,
      upper.map((__, index) => (index === k ? 1 : 0)),
    ),
  );
  return upper.map((_, i) =>
    upper.map((__, j) => columns.reduce((sum, column) => sum + (column[i] ?? 0) * (column[j] ?? 0), 0)),
  );
}
