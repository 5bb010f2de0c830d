/** A fault that is told to the person at the terminal in its own words: what is wrong, and what to do. */
export class PlainFault extends Error {
  constructor(message, options) {
    super(message, options);
    this.name = 'PlainFault';
  }
}

/** A sentence about a failed file operation, for the faults that a person can mend; otherwise the error itself. */
export function explainFileFault(error, folder) {
  const where = error.path ?? folder;
  if (error.code === 'EACCES' || error.code === 'EPERM' || error.code === 'EROFS') {
    return new PlainFault(
      `Laurel may not write to ${where}. Give this user the right to write there, or choose another folder: LAUREL_HOME=/a/folder npm start`,
      { cause: error },
    );
  }
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT') {
    return new PlainFault(`The disk that holds ${where} is full. Free some space, then start again.`, {
      cause: error,
    });
  }
  if (error.code === 'ENOTDIR' || (error.code === 'EEXIST' && where === folder)) {
    return new PlainFault(
      `${folder} is not a folder. Remove it, or choose another: LAUREL_HOME=/a/folder npm start`,
      { cause: error },
    );
  }
  return error;
}
