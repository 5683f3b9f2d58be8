import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** Cost of scrypt: `2 ** logN` steps of `128 · r · 2 ** logN` bytes, `p` times over. */
export type PasswordCost = { readonly logN: number; readonly r: number; readonly p: number };

/**
 * 32 MB and three passes, one of the settings that OWASP holds equal for scrypt
 * (https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html).
 */
export const PASSWORD_COST: PasswordCost = { logN: 15, r: 8, p: 3 };

const KEY_BYTES = 32;
const SALT_BYTES = 16;
/** More at once would only wait for the processors, and hold memory meanwhile. */
const MOST_AT_ONCE = 2;

let running = 0;
const waiting: Array<() => void> = [];

/** Lets a few work at once; whoever comes later waits for a turn. */
const inTurn = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  if (running >= MOST_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
};

/** In Unicode's composed form, so that one password typed on two keyboards is one. */
const derive = async (password: string, salt: Buffer, { logN, r, p }: PasswordCost): Promise<Buffer> =>
  inTurn(
    async () =>
      new Promise((resolve, reject) => {
        const N = 2 ** logN;
        scrypt(password.normalize('NFC'), salt, KEY_BYTES, { N, r, p, maxmem: 256 * N * r }, (error, key) => {
          if (error === null) resolve(key);
          else reject(error);
        });
      }),
  );

/** `scrypt$logN$r$p$salt$key`: with its parameters, so that they can be raised later without asking anybody. */
export const hashPassword = async (password: string, cost: PasswordCost = PASSWORD_COST): Promise<string> => {
  const salt = randomBytes(SALT_BYTES);
  const key = await derive(password, salt, cost);
  return ['scrypt', cost.logN, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('$');
};

type Kept = { readonly cost: PasswordCost; readonly salt: Buffer; readonly key: Buffer };

const parse = (kept: string): Kept => {
  const [name, logN, r, p, salt = '', key = ''] = kept.split('$');
  if (name !== 'scrypt') throw new Error('a password is kept in a form that this version of Kept does not know');
  return {
    cost: { logN: Number(logN), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt, 'base64url'),
    key: Buffer.from(key, 'base64url'),
  };
};

/**
 * Whether it is the password that was kept. Where none is kept (nobody has that e-mail, or no password yet) the same work
 * is done in vain, so that the time does not tell who has an account.
 */
export const isPassword = async (
  password: string,
  kept: string | null,
  cost: PasswordCost = PASSWORD_COST,
): Promise<boolean> => {
  const {
    cost: keptCost,
    salt,
    key,
  } = kept === null ? { cost, salt: Buffer.alloc(SALT_BYTES), key: Buffer.alloc(KEY_BYTES) } : parse(kept);
  const equal = timingSafeEqual(await derive(password, salt, keptCost), key);
  return equal && kept !== null;
};

/** Whether a password is kept at another cost than new ones are. */
export const isKeptAtOtherCost = (kept: string, cost: PasswordCost = PASSWORD_COST): boolean => {
  const { logN, r, p } = parse(kept).cost;
  return logN !== cost.logN || r !== cost.r || p !== cost.p;
};
