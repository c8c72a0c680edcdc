/** A file that can't be taken at all. The message says what to do about it. */
export class UnfitFile extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UnfitFile';
  }
}
