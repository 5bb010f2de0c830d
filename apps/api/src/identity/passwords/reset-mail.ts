/** The mail with the link to choose a new password. */
export const resetMail = ({
  society,
  name,
  username,
  link,
  supportEmail,
}: {
  society: string;
  name: string;
  username: string;
  link: string;
  supportEmail: string;
}): { subject: string; body: string } => ({
  subject: `Choose a new password · ${society}`,
  body: `Dear ${name},

somebody, probably you, asked for a new password at ${society}.
Your username is ${username}.

Choose your new password here:

${link}

The link works once, for one hour. When the new password is set, every
browser that is signed in as you will be signed out.

If it was not you, do nothing: your password stays as it is, and nobody
but you has this link. Questions? Reply to this mail, or write to
${supportEmail}.

${society}
`,
});
