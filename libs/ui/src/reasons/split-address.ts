/** A sentence for a screen: what stands before the address it ends in, and the address as a way to go. */
export interface AddressedSentence {
  words: string;
  link: { label: string; url: string } | null;
}

const LAST = /^(?<words>.*?)(?:(?<label>[^.!?:]+): )?(?<url>https:\/\/[^\s]+?)[.,;]?$/su;

/**
 * Takes the address off a sentence that ends in one: "Ask us. Upgrade to Premier: https://…" becomes the words "Ask us."
 * and a link "Upgrade to Premier". Without such a label the host names the link. An address in the middle stays text.
 */
export function splitAddress(sentence: string): AddressedSentence {
  const { words, label, url } = LAST.exec(sentence.trim())?.groups ?? {};
  if (words === undefined || url === undefined || !URL.canParse(url)) return { words: sentence, link: null };
  return { words: words.trim(), link: { label: label?.trim() ?? new URL(url).host, url } };
}
