// Written by `npm run generate:api`; do not edit.
export interface paths {
    "/api/activities/{activityId}/collect/{plugin}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes in evidence and facts that an outside system pushes, e.g. the mobile app’s flags
         * @description Needs an API key of the scope `collect:<plugin>`. The plugin decides what the body looks like; it holds at most 1 MB and 5,000 items. Each item’s own key makes sending it again harmless. Items that cannot be placed are answered as faults; the others are stored.
         */
        post: operations["collect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/{activityId}/evaluations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The forms of the activity, and how far the learner is with each
         * @description Forms about offerings are listed for the offerings in the learner’s claim and for those already answered.
         */
        get: operations["listEvaluations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/{activityId}/evaluations/{formKey}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A form with the learner’s answers */
        get: operations["getEvaluation"];
        /**
         * Keeps the answers as they are now, complete or not
         * @description Meant for saving while the learner types. The answers replace those kept before. Answers that fit no question are answered as faults and left out; a text that is too long is kept, up to 20,000 characters. On `evaluation.conflict` the member `current` holds the evaluation as it stands.
         */
        put: operations["saveEvaluation"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/{activityId}/itinerary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The sessions the learner has starred */
        get: operations["getItinerary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/{activityId}/itinerary/{offeringId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Stars a session; doing it twice changes nothing */
        put: operations["addToItinerary"];
        post?: never;
        /** Takes the star away; doing it twice changes nothing */
        delete: operations["removeFromItinerary"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/{activityId}/offerings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All offerings of the activity, each with what this learner could claim and whether they may
         * @description Not paged: the portal searches it without the network. Decisions hold for the present minute. Revalidate with `If-None-Match`.
         */
        get: operations["getCatalogue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/{activityId}/offerings/{offeringId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One offering with its description and why this learner may or may not claim it */
        get: operations["getOffering"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Name and credentials as they stand on certificates issued from now on */
        patch: operations["updateProfile"];
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, and where */
        get: operations["getSession"];
        put?: never;
        /**
         * Sign in with badge number and last name
         * @description Sets the session cookie. Ten tries a badge and three hundred an address in a quarter of an hour; after that 429 with `Retry-After`. The answer to a wrong badge and to a wrong name is the same.
         */
        post: operations["signIn"];
        /** Sign this browser out */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign this learner out of every browser */
        delete: operations["signOutEverywhere"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which role is signed in */
        get: operations["getStaffSession"];
        put?: never;
        /** Sign in as staff with mail address and password */
        post: operations["signInStaff"];
        /** Sign this browser out as staff */
        delete: operations["signOutStaff"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the society at this host looks and speaks, and its activities, newest first */
        get: operations["getTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process answers at all */
        get: operations["getLiveness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process should be given requests: database, queue, and what else registered */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AnswerFaultDto: {
            code: string;
            /** @description The question’s key; `<question>.<row>` in a matrix. */
            field: string;
            message: string;
        };
        CatalogueDto: {
            creditTypes: components["schemas"]["CreditTypeInfoDto"][];
            /** @description By time, then room, then code. */
            offerings: components["schemas"]["OfferingCardDto"][];
            /** @description The programme’s revision. */
            revision: number;
        };
        ChoiceDto: {
            key: string;
            label: string;
        };
        CollectedDto: {
            /** @description Items that are stored now and were not before. */
            accepted: number;
            /** @description Items that were stored already, by their own keys. */
            alreadyKnown: number;
            faults: components["schemas"]["CollectFaultDto"][];
        };
        CollectFaultDto: {
            /** @description Where in what was sent, or the key of the item that could not be taken in. */
            path: string;
            /** @description What was expected. */
            reason: string;
        };
        ConditionDto: {
            /** @description Shown when the answer is this option, text or number. */
            equals?: string;
            /** @description Shown when this option is among the answers. */
            includes?: string;
            /** @description The key of an earlier question of this form. */
            question: string;
        };
        CreditAmountDto: {
            /**
             * @description Credits.
             * @example 1.25
             */
            amount: number;
            /** @description The credit type’s key. */
            creditType: string;
        };
        CreditTypeInfoDto: {
            /**
             * @description Smallest step that may be claimed, in credits.
             * @example 0.25
             */
            increment: number;
            /** @description Counted beside another type, never claimed alone. */
            isCategory: boolean;
            /** @example ama-pra-1 */
            key: string;
            /** @example AMA PRA Category 1 Credits™ */
            name: string;
            shortName: string;
            unit: components["schemas"]["CreditUnitDto"];
        };
        CreditUnitDto: {
            /** @example AMA PRA Category 1 Credit™ */
            one: string;
            /** @example AMA PRA Category 1 Credits™ */
            other: string;
        };
        EvaluationDto: {
            /** @description How many of those are answered. */
            answeredCount: number;
            /** @description By question key: an option’s key, several option keys, a number, a text, or for a matrix the option’s key by row key. */
            answers: {
                [key: string]: string | number | string[] | {
                    [key: string]: string;
                };
            };
            formKey: string;
            /** @description Every required question that is shown has a valid answer. */
            isComplete: boolean;
            /** Format: uuid */
            offeringId: string | null;
            /** @description Required questions that are shown to this learner. */
            requiredCount: number;
            /** @enum {string} */
            scope: "activity" | "offering";
            sections: components["schemas"]["FormSectionDto"][];
            title: string;
            /** @description Rises with every save; 0 before the first. Send it back with the next save. */
            version: number;
        };
        EvaluationSummaryDto: {
            /** @description How many of those are answered. */
            answeredCount: number;
            formKey: string;
            /** @description Every required question that is shown has a valid answer. */
            isComplete: boolean;
            /** Format: uuid */
            offeringId: string | null;
            /** @description Required questions that are shown to this learner. */
            requiredCount: number;
            /** @enum {string} */
            scope: "activity" | "offering";
            title: string;
        };
        FaultDto: {
            code: string;
            /** @description Path of the field. */
            field?: string;
            message: string;
            /** @description Row of an imported file, header counted. */
            row?: number;
        };
        ForgottenBadgeDto: {
            text: string;
            url: string | null;
        };
        FormSectionDto: {
            description?: string;
            key: string;
            questions: components["schemas"]["QuestionDto"][];
            title: string;
        };
        ItineraryDto: {
            /** @description Offerings in the order in which they were starred. */
            offeringIds: string[];
        };
        LivenessDto: {
            /** @enum {string} */
            status: "alive";
        };
        OfferingCardDto: {
            category: string;
            code: string;
            /** @description What this learner’s profession may be awarded. */
            credits: components["schemas"]["CreditAmountDto"][];
            /**
             * Format: date
             * @description The programme day, in the activity’s time zone; it may run past midnight.
             */
            day: string | null;
            /** @description Every reason why not. */
            denials: components["schemas"]["SentenceDto"][];
            /** Format: date-time */
            endsAt: string | null;
            /** Format: uuid */
            id: string;
            /** @description Whether this learner may add it to the claim. */
            isAllowed: boolean;
            isHighlight: boolean;
            room: string;
            speakers: string[];
            /** Format: date-time */
            startsAt: string | null;
            /** @description The registration tier the programme asks for. */
            tier: string | null;
            title: string;
            track: string;
            type: string;
            withdrawnNotice: string | null;
        };
        OfferingDetailDto: {
            category: string;
            code: string;
            /** @description What this learner’s profession may be awarded. */
            credits: components["schemas"]["CreditAmountDto"][];
            /**
             * Format: date
             * @description The programme day, in the activity’s time zone; it may run past midnight.
             */
            day: string | null;
            /** @description Every reason why not. */
            denials: components["schemas"]["SentenceDto"][];
            description: string;
            /** Format: date-time */
            endsAt: string | null;
            /** Format: uuid */
            id: string;
            /** @description Whether this learner may add it to the claim. */
            isAllowed: boolean;
            isHighlight: boolean;
            room: string;
            speakers: string[];
            /** Format: date-time */
            startsAt: string | null;
            /** @description The registration tier the programme asks for. */
            tier: string | null;
            title: string;
            track: string;
            type: string;
            why: components["schemas"]["WhyEntryDto"][];
            withdrawnNotice: string | null;
        };
        ProbeDto: {
            isWell: boolean;
            /** @description How long the answer took. */
            milliseconds: number;
            /** @example database */
            name: string;
        };
        ProblemDto: {
            /** @enum {string} */
            code: "request.invalid" | "request.too_large" | "request.media_type" | "request.method" | "sign_in.required" | "sign_in.failed" | "sign_in.throttled" | "api_key.required" | "request.csrf" | "access.denied" | "tenant.unknown" | "not_found" | "rate.limited" | "service.unavailable" | "internal" | "offering.not_allowed" | "claim.already_submitted" | "claim.requirements_unmet" | "claim.empty" | "claim.not_attested" | "claim.changed" | "claim.amount_too_high" | "idempotency.key_required" | "idempotency.key_reused" | "evaluation.conflict" | "evaluation.invalid" | "evaluation.form_invalid" | "document.unavailable" | "document.input_required" | "certificate.not_ready" | "certificates.busy" | "import.refused" | "collect.failed" | "workflow.invalid";
            detail?: string;
            faults?: components["schemas"]["FaultDto"][];
            requestId: string;
            status: number;
            title: string;
            /** @example /problems/not_found */
            type: string;
        };
        QuestionDto: {
            help?: string;
            isRequired: boolean;
            key: string;
            /** @enum {string} */
            kind: "single" | "multiple" | "matrix" | "scale" | "short-text" | "long-text";
            label: string;
            /** @description Characters. */
            maxLength?: number;
            /** @description Choices, or the columns of a matrix. */
            options?: components["schemas"]["ChoiceDto"][];
            /** @description The rows of a matrix. */
            rows?: components["schemas"]["ChoiceDto"][];
            scale?: components["schemas"]["ScaleDto"];
            showIf?: components["schemas"]["ConditionDto"];
        };
        ReadinessDto: {
            probes: components["schemas"]["ProbeDto"][];
            /** @enum {string} */
            status: "ready" | "not_ready" | "stopping";
        };
        SavedEvaluationDto: {
            /** @description How many of those are answered. */
            answeredCount: number;
            /** @description Answers that do not fit their questions; everything else was saved. */
            faults: components["schemas"]["AnswerFaultDto"][];
            /** @description Every required question that is shown has a valid answer. */
            isComplete: boolean;
            /** @description Required questions that are shown to this learner. */
            requiredCount: number;
            /** Format: date-time */
            savedAt: string;
            version: number;
        };
        SaveEvaluationDto: {
            /** @description By question key: an option’s key, several option keys, a number, a text, or for a matrix the option’s key by row key. */
            answers: {
                [key: string]: string | number | string[] | {
                    [key: string]: string;
                };
            };
            /** @description The version these answers were typed on; 0 before the first save. */
            version: number;
        };
        ScaleDto: {
            max: number;
            maxLabel: string;
            min: number;
            minLabel: string;
        };
        SentenceDto: {
            /** @description What would help, when something would. */
            remedy?: string;
            text: string;
        };
        SessionActivityDto: {
            code: string;
            /** Format: date */
            endsOn: string;
            /** Format: uuid */
            id: string;
            /** @description As the AMA names it. */
            learningFormat: string;
            place: string | null;
            /** Format: date */
            startsOn: string;
            /** @description IANA zone. */
            timeZone: string;
            title: string;
        };
        SessionDto: {
            activity: components["schemas"]["SessionActivityDto"];
            /** @description For `X-CSRF-Token` of every request that changes something. */
            csrfToken: string;
            /** Format: date-time */
            expiresAt: string;
            learner: components["schemas"]["SessionLearnerDto"];
            registration: components["schemas"]["SessionRegistrationDto"];
        };
        SessionLearnerDto: {
            /** @example MD, FACS */
            credentials: string;
            /** @description As it appears on certificates. */
            displayName: string;
            email: string | null;
            firstName: string;
            /** Format: uuid */
            id: string;
            /** @description By kind: `npi`, `abp`, `asrt`, … */
            identifiers: {
                [key: string]: string;
            };
            lastName: string;
            profession: string;
        };
        SessionRegistrationDto: {
            badge: string;
            tier: string | null;
        };
        SignInDto: {
            /**
             * Format: uuid
             * @description Without it the latest activity.
             */
            activityId?: string;
            badge: string;
            /** @description Compared without case, accents, spaces, hyphens and apostrophes. */
            lastName: string;
        };
        StaffSessionDto: {
            csrfToken: string;
            /** Format: date-time */
            expiresAt: string;
            /** @enum {string} */
            role: "owner" | "admin" | "editor" | "support" | "viewer";
        };
        StaffSignInDto: {
            /** Format: email */
            email: string;
            password: string;
        };
        TenantActivityDto: {
            code: string;
            /** Format: date */
            endsOn: string;
            /** Format: uuid */
            id: string;
            isOpen: boolean;
            place: string | null;
            /** Format: date */
            startsOn: string;
            /** @description IANA zone; the activity’s own or the tenant’s. */
            timeZone: string;
            title: string;
        };
        TenantSupportDto: {
            email: string;
            forgottenBadge: components["schemas"]["ForgottenBadgeDto"];
            hours: string | null;
            phone: string | null;
        };
        TenantThemeDto: {
            /** @example #8a1538 */
            accent: string;
            /** @description Inline SVG. */
            logoSvg: string | null;
        };
        TenantViewDto: {
            activities: components["schemas"]["TenantActivityDto"][];
            /** @description BCP 47. */
            language: string;
            name: string;
            shortName: string;
            slug: string;
            support: components["schemas"]["TenantSupportDto"];
            theme: components["schemas"]["TenantThemeDto"];
            /** @description IANA zone. */
            timeZone: string;
            /** @description The tenant’s own words by key, e.g. `cart`. The portal has a default for each. */
            wording: {
                [key: string]: string;
            };
        };
        UpdateProfileDto: {
            /** @example MD, FACS */
            credentials?: string;
            /** @description Name as on certificates. */
            displayName?: string;
        };
        WhyEntryDto: {
            /** @example overlap.same-time */
            code: string;
            /** @description The workflow’s revision; 0 for the host. */
            configRevision: number;
            /** @enum {string} */
            outcome: "allowed" | "denied" | "adjusted" | "met" | "unmet" | "optional" | "held" | "failed";
            /** @description The plugin’s key, or `host`. */
            plugin: string;
            /** @description Empty for the host and for a plugin that is not installed. */
            pluginVersion: string;
            remedy?: string;
            /**
             * @description The stage that decided.
             * @example award
             */
            stage: string;
            /**
             * @description What was decided about: kind and key.
             * @example offering:0198c1f0-7b9e-7c3a-9d7e-3f6f0a3b2c1d
             */
            subject: string;
            text: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    collect: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                activityId: string;
                /** @description The key of an enabled plugin of the activity’s workflow. */
                plugin: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectedDto"];
                };
            };
            /** @description `api_key.required`: Send a valid API key as a bearer token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description `access.denied`: Your role does not allow this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description `not_found`: This is not here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description `request.too_large`: That is more than can be taken at once. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description `collect.failed`: This could not be taken in just now; nothing was stored. Please send it again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    listEvaluations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                activityId: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvaluationSummaryDto"][];
                };
            };
            /** @description `sign_in.required`: Please sign in again to go on. What you typed is kept. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description `not_found`: This is not here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    getEvaluation: {
        parameters: {
            query?: {
                /** @description For forms about an offering: which one. */
                offeringId?: string;
            };
            header?: never;
            path: {
                activityId: unknown;
                formKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvaluationDto"];
                };
            };
            /** @description `sign_in.required`: Please sign in again to go on. What you typed is kept. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description `not_found`: This is not here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    saveEvaluation: {
        parameters: {
            query?: {
                /** @description For forms about an offering: which one. */
                offeringId?: string;
            };
            header?: never;
            path: {
                activityId: unknown;
                formKey: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveEvaluationDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedEvaluationDto"];
                };
            };
            /** @description `request.invalid`: Something in the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description `sign_in.required`: Please sign in again to go on. What you typed is kept. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description `request.csrf`: Please reload the page and try again. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description `not_found`: This is not here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description `evaluation.conflict`: These answers were changed on another device. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    getItinerary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                activityId: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItineraryDto"];
                };
            };
            /** @description `sign_in.required`: Please sign in again to go on. What you typed is kept. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description `not_found`: This is not here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    addToItinerary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                activityId: unknown;
                offeringId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `sign_in.required`: Please sign in again to go on. What you typed is kept. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description `request.csrf`: Please reload the page and try again. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description `not_found`: This is not here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    removeFromItinerary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                activityId: unknown;
                offeringId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `sign_in.required`: Please sign in again to go on. What you typed is kept. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description `request.csrf`: Please reload the page and try again. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description `not_found`: This is not here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    getCatalogue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The activity the learner is signed in to. */
                activityId: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogueDto"];
                };
            };
            /** @description Unchanged since the ETag in `If-None-Match`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `sign_in.required`: Please sign in again to go on. What you typed is kept. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description `not_found`: This is not here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    getOffering: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The activity the learner is signed in to. */
                activityId: unknown;
                offeringId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfferingDetailDto"];
                };
            };
            /** @description `sign_in.required`: Please sign in again to go on. What you typed is kept. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description `not_found`: This is not here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    updateProfile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateProfileDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionDto"];
                };
            };
            /** @description `request.invalid`: Something in the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description `sign_in.required`: Please sign in again to go on. What you typed is kept. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description `request.csrf`: Please reload the page and try again. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionDto"];
                };
            };
            /** @description `sign_in.required`: Please sign in again to go on. What you typed is kept. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionDto"];
                };
            };
            /** @description `request.invalid`: Something in the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description `sign_in.failed`: We could not find that badge number and last name together. Please check both and try again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description `request.csrf`: Please reload the page and try again. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description `tenant.unknown`: There is no society at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description `sign_in.throttled`: Too many tries. Please wait a little and try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `sign_in.required`: Please sign in again to go on. What you typed is kept. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description `request.csrf`: Please reload the page and try again. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    signOutEverywhere: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `sign_in.required`: Please sign in again to go on. What you typed is kept. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description `request.csrf`: Please reload the page and try again. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    getStaffSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffSessionDto"];
                };
            };
            /** @description `sign_in.required`: Please sign in again to go on. What you typed is kept. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    signInStaff: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffSignInDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffSessionDto"];
                };
            };
            /** @description `request.invalid`: Something in the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description `sign_in.failed`: We could not find that badge number and last name together. Please check both and try again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description `request.csrf`: Please reload the page and try again. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description `tenant.unknown`: There is no society at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description `sign_in.throttled`: Too many tries. Please wait a little and try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    signOutStaff: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `sign_in.required`: Please sign in again to go on. What you typed is kept. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description `request.csrf`: Please reload the page and try again. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    getTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantViewDto"];
                };
            };
            /** @description Unchanged since the ETag in `If-None-Match`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `tenant.unknown`: There is no society at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    getLiveness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LivenessDto"];
                };
            };
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadinessDto"];
                };
            };
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadinessDto"];
                };
            };
        };
    };
}

export type AnswerFault = components['schemas']['AnswerFaultDto'];
export type Catalogue = components['schemas']['CatalogueDto'];
export type Choice = components['schemas']['ChoiceDto'];
export type CollectFault = components['schemas']['CollectFaultDto'];
export type Collected = components['schemas']['CollectedDto'];
export type Condition = components['schemas']['ConditionDto'];
export type CreditAmount = components['schemas']['CreditAmountDto'];
export type CreditTypeInfo = components['schemas']['CreditTypeInfoDto'];
export type CreditUnit = components['schemas']['CreditUnitDto'];
export type Evaluation = components['schemas']['EvaluationDto'];
export type EvaluationSummary = components['schemas']['EvaluationSummaryDto'];
export type Fault = components['schemas']['FaultDto'];
export type ForgottenBadge = components['schemas']['ForgottenBadgeDto'];
export type FormSection = components['schemas']['FormSectionDto'];
export type Itinerary = components['schemas']['ItineraryDto'];
export type Liveness = components['schemas']['LivenessDto'];
export type OfferingCard = components['schemas']['OfferingCardDto'];
export type OfferingDetail = components['schemas']['OfferingDetailDto'];
export type Probe = components['schemas']['ProbeDto'];
export type Problem = components['schemas']['ProblemDto'];
export type Question = components['schemas']['QuestionDto'];
export type Readiness = components['schemas']['ReadinessDto'];
export type SaveEvaluation = components['schemas']['SaveEvaluationDto'];
export type SavedEvaluation = components['schemas']['SavedEvaluationDto'];
export type Scale = components['schemas']['ScaleDto'];
export type Sentence = components['schemas']['SentenceDto'];
export type SessionActivity = components['schemas']['SessionActivityDto'];
export type Session = components['schemas']['SessionDto'];
export type SessionLearner = components['schemas']['SessionLearnerDto'];
export type SessionRegistration = components['schemas']['SessionRegistrationDto'];
export type SignIn = components['schemas']['SignInDto'];
export type StaffSession = components['schemas']['StaffSessionDto'];
export type StaffSignIn = components['schemas']['StaffSignInDto'];
export type TenantActivity = components['schemas']['TenantActivityDto'];
export type TenantSupport = components['schemas']['TenantSupportDto'];
export type TenantTheme = components['schemas']['TenantThemeDto'];
export type TenantView = components['schemas']['TenantViewDto'];
export type UpdateProfile = components['schemas']['UpdateProfileDto'];
export type WhyEntry = components['schemas']['WhyEntryDto'];
