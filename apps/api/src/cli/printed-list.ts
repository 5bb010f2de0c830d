/**
 * A list on standard output: a head with the names of the columns, then a row a line, parted by tabs. An empty one
 * says so in a sentence and has no head.
 */
export class PrintedList {
  private isEmpty = true;

  /**
   * @param columns their names
   * @param none what is not there, e.g. `alpha has no keys.`
   */
  constructor(
    private readonly columns: readonly string[],
    private readonly none: string,
  ) {}

  /** @param notes printed below the row, indented */
  row(cells: readonly string[], notes: readonly string[] = []): void {
    if (this.isEmpty) console.log(this.columns.join('\t'));
    this.isEmpty = false;
    console.log(cells.join('\t'));
    for (const note of notes) console.log(`  ${note}`);
  }

  end(): void {
    if (this.isEmpty) console.log(`None. ${this.none}`);
  }
}
