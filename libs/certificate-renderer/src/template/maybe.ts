/** A value that a library's types promise and the library does not always give. */
export const maybe = <T>(value: T): T | undefined => value;
