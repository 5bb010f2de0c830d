/** The name of a plugin in its several spellings. */
export interface PluginName {
  /** `session-cap`: folder, key, file names. */
  readonly key: string;
  /** `sessionCap`: the exported constant is `sessionCapPlugin`. */
  readonly camel: string;
  /** `SessionCap`: the configuration class is `SessionCapConfig`. */
  readonly pascal: string;
  /** `Session cap`: the title on screen. */
  readonly title: string;
}

const KEY = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** @throws Error in words for the person at the command line when the key is not kebab-case. */
export const pluginName = (key: string): PluginName => {
  if (!KEY.test(key)) {
    throw new Error(
      `"${key}" cannot be a plugin's key. Use lower-case words joined by hyphens, e.g. session-cap.`,
    );
  }
  const camel = key.replace(/-([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase());
  const pascal = camel.charAt(0).toUpperCase() + camel.slice(1);
  const words = key.replaceAll('-', ' ');
  return { key, camel, pascal, title: words.charAt(0).toUpperCase() + words.slice(1) };
};
