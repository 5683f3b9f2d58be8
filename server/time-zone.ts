/** Whether a text is an IANA time zone that this machine knows. */
export const isTimeZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    /* An offset is accepted there too, but it knows no daylight saving. */
    return !/^[+-]/.test(name);
  } catch {
    return false;
  }
};
