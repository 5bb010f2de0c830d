/**
 * Every refusal the API knows, with its HTTP status and the sentence shown when the thrower gives none.
 * RFC 9457: `type` is `/problems/<code>`, `title` is the sentence.
 */
export const problems = {
  'request.invalid': { status: 400, title: 'Something in the request is not as it should be.' },
  'request.too_large': { status: 413, title: 'That is more than can be taken at once.' },
  'request.too_slow': {
    status: 408,
    title: 'Your request did not arrive in time. Please check your connection and try again.',
  },
  'request.media_type': { status: 415, title: 'Send this request as JSON.' },
  'request.method': { status: 405, title: 'This cannot be done here.' },
  'sign_in.required': { status: 401, title: 'Please sign in again to go on. What you typed is kept.' },
  'sign_in.failed': {
    status: 401,
    title: 'We could not find these together. Please check both and try again.',
  },
  'sign_in.throttled': { status: 429, title: 'Too many tries. Please wait a little and try again.' },
  'sign_in.not_registered': {
    status: 403,
    title:
      'We know you, but you are not on the list for this activity. Please ask your society to register you.',
  },
  'staff.has_account': {
    status: 409,
    title:
      'This person has an account already and keeps its password. Set a new one with `staff set-password`.',
  },
  'staff.last_owner': {
    status: 409,
    title: 'This is the society’s only owner. Make another person owner first.',
  },
  'staff.unknown': { status: 404, title: 'Nobody with this mail address works for this society.' },
  'password.weak': { status: 422, title: 'Please choose another password.' },
  'password.wrong': { status: 422, title: 'That is not your present password. Please try again.' },
  'password.link_expired': {
    status: 410,
    title: 'This link has been used already or is older than an hour. Please ask for a new one.',
  },
  'api_key.required': { status: 401, title: 'Send a valid API key as a bearer token.' },
  'request.csrf': { status: 403, title: 'Please reload the page and try again.' },
  'access.denied': { status: 403, title: 'Your role does not allow this.' },
  'tenant.unknown': { status: 404, title: 'There is no society at this address.' },
  'activity.has_claims': {
    status: 409,
    title: 'Learners have claimed at this activity already. Nothing was changed.',
  },
  'tenant.has_claims': {
    status: 409,
    title: 'Learners of this society have claimed already. Nothing was changed.',
  },
  not_found: { status: 404, title: 'This is not here.' },
  'rate.limited': { status: 429, title: 'That was a lot at once. Please wait a moment.' },
  'service.unavailable': {
    status: 503,
    title: 'We cannot reach our records for a moment. Nothing you did is lost; please try again shortly.',
  },
  'service.busy': {
    status: 503,
    title: 'Very many people are here right now. Nothing you did is lost; please try again in a moment.',
  },
  internal: { status: 500, title: 'Something went wrong on our side. Nothing was changed.' },
  'offering.not_allowed': { status: 409, title: 'This cannot be added to your claim.' },
  'claim.already_submitted': { status: 409, title: 'This claim has been submitted.' },
  'claim.requirements_unmet': { status: 409, title: 'Something is still needed before you can submit.' },
  'claim.empty': { status: 409, title: 'There is nothing in your claim yet.' },
  'claim.not_attested': { status: 409, title: 'Please confirm that you took part before you submit.' },
  'claim.changed': {
    status: 409,
    title:
      'Your claim was changed on another device. Here is how it stands now; please look and submit again.',
  },
  'claim.amount_too_high': { status: 409, title: 'You can claim at most what the sessions add up to.' },
  'claim.not_held': { status: 409, title: 'This claim is not held.' },
  'claim.still_held': { status: 409, title: 'This claim stays held: a rule still fails.' },
  'claim.not_in_force': { status: 409, title: 'This claim is not in force any more.' },
  'idempotency.key_required': { status: 400, title: 'Send an Idempotency-Key header with this request.' },
  'idempotency.key_reused': { status: 409, title: 'This Idempotency-Key was used for another request.' },
  'evaluation.conflict': { status: 409, title: 'These answers were changed on another device.' },
  'evaluation.closed': {
    status: 409,
    title: 'Your claim is closed: your answers can be read, and no longer changed.',
  },
  'evaluation.invalid': { status: 422, title: 'Some answers do not fit their questions.' },
  'evaluation.anonymous': {
    status: 409,
    title: 'This evaluation is anonymous: your answers stay on your device until you send all of them.',
  },
  'evaluation.not_anonymous': { status: 409, title: 'This evaluation is saved with your name as you type.' },
  'evaluation.already_given': {
    status: 409,
    title: 'You have answered this evaluation on another device already. Those answers count.',
  },
  'evaluation.form_invalid': { status: 422, title: 'The form has faults; nothing was changed.' },
  'delivery.not_failed': {
    status: 409,
    title: 'Only what was given up can be sent again; this was not, or does not count any more.',
  },
  'document.unavailable': { status: 409, title: 'This document is not available for you.' },
  'document.input_required': { status: 422, title: 'Something is needed before this document can be made.' },
  'documents.undecided': {
    status: 409,
    title: 'The documents cannot be decided anew: a rule of the workflow fails. Mend that step first.',
  },
  'certificate.same_name': {
    status: 409,
    title: 'Every certificate of this claim shows the learner’s present name already.',
  },
  'certificate.not_ready': { status: 409, title: 'Your certificate is still being made.' },
  'certificates.busy': {
    status: 503,
    title: 'Many certificates are being made right now. Yours will be next shortly.',
  },
  'import.refused': { status: 422, title: 'The file was refused; nothing was changed.' },
  'import.loses_columns': {
    status: 409,
    title:
      'The file says less than the one before: values would be lost, and nothing was changed. Add the columns, or accept that they are lost.',
  },
  'import.removes_sessions': {
    status: 409,
    title:
      'Many sessions are gone from the file, and nothing was changed. Import the whole programme, or accept that they go.',
  },
  'import.gives_badges_away': {
    status: 409,
    title:
      'Badges are other people’s in the file, and nothing was changed. See whether rows have slipped, or accept that they are given away.',
  },
  'hook.refused': {
    status: 401,
    title: 'The signature of this message is not the one we expect. Nothing was taken in.',
  },
  'collect.failed': {
    status: 503,
    title: 'This could not be taken in just now; nothing was stored. Please send it again later.',
  },
  'workflow.changed': {
    status: 409,
    title: 'Someone else saved this workflow in the meantime. Look at it again, then repeat your change.',
  },
  'workflow.kept': {
    status: 409,
    title:
      'Staff changed what the file would put back; nothing was changed. Bring their changes into the file, or apply it with --replace-workflows.',
  },
  'workflow.invalid': { status: 422, title: 'The workflow has faults; nothing was changed.' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof problems;
