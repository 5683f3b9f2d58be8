/** A backup or a restore that cannot be done; the message names the place and the remedy. */
export class BackupFailure extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'BackupFailure';
  }
}
