import {
  definePlugin,
  PLUGIN_CONTRACT,
  type CertifyInput,
  type DocumentOffer,
  type Reason,
} from '@laurel/plugin-kit';
import { ManualDocumentRequestConfig } from './manual-document-request.config.js';
import { messages } from './manual-document-request.messages.js';

type Input = CertifyInput<ManualDocumentRequestConfig>;

/**
 * A document that goes to the society by mail for a person to act on. ASRT: no submission format is published, so
 * the learner generates "Certificate of Participation – ASRT" and it is mailed with the ASRT identifier.
 */
export const manualDocumentRequestPlugin = definePlugin({
  contract: PLUGIN_CONTRACT,
  key: 'manual-document-request',
  version: '1.0.0',
  title: 'Documents on request',
  description:
    'Offers a document that is mailed to the society as a request, with what the learner is asked for.',
  config: ManualDocumentRequestConfig,
  configVersion: 1,
  messages,

  rule: ({ tenant, config: { title, promise, lastDay } }): readonly Reason[] => [
    { code: 'rule-request', facts: { title, society: tenant.name, promise } },
    ...(lastDay === undefined ? [] : [{ code: 'rule-last-day', facts: { lastOn: lastDay } }]),
  ],

  certify(input) {
    const { learner, documents, config } = input;
    if (config.professions.length > 0 && !config.professions.includes(learner.profession)) return [];
    const document = documents.find(({ key }) => key === config.documentKey) ?? newDocument(input);
    const ended = findEnd(input);
    return [
      {
        ...document,
        availability:
          document.availability.available && ended !== null
            ? { available: false, reason: ended }
            : document.availability,
        inputs: [...document.inputs, ...config.inputs.map((one) => ({ ...one }))],
        request: {
          mailTo: config.mailTo,
          subject: config.subject,
          promise: { code: 'promise', facts: { society: input.tenant.name, promise: config.promise } },
          lastDay: config.lastDay ?? null,
        },
      },
    ];
  },
});

const newDocument = ({ config, claimed }: Input): DocumentOffer => {
  const { documentKey, title, description, template, statements, hoursOf } = config;
  const hours = hoursOf.find((creditType) => (claimed[creditType] ?? 0) > 0);
  return {
    key: documentKey,
    title,
    ...(description === undefined ? {} : { description }),
    availability:
      hours === undefined
        ? { available: false, reason: { code: 'nothing-claimed', facts: { title } } }
        : { available: true },
    documentKind: 'participation',
    template,
    credits: hours === undefined ? [] : [{ creditType: hours, amount: claimed[hours] ?? 0, unit: 'hours' }],
    statements,
    inputs: [],
  };
};

/** The last day is a day in the zone of the activity, and counts whole. */
const findEnd = ({ now, activity, config: { lastDay, title } }: Input): Reason | null => {
  if (lastDay === undefined) return null;
  const today = now.toZonedDateTimeISO(activity.timeZone).toPlainDate();
  return Temporal.PlainDate.compare(today, lastDay) > 0
    ? { code: 'requests-ended', facts: { title, lastOn: lastDay } }
    : null;
};
