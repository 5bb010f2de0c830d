// Written by `npm run generate:api`; do not edit.
export interface paths {
    "/api/activities/{activityId}/cart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The draft claim with its totals and requirements, or the claim in force when there is no draft
         * @description Credits are decimal numbers. Every difference between `selected` and `computed` is explained.
         */
        get: operations["getCart"];
        put?: never;
        post?: never;
        /** Empties the draft; gives up an amendment, and what was submitted stays in force */
        delete: operations["giveUpCart"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/{activityId}/cart/lines/{offeringId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Adds an offering, with the credit of every type that the learner may claim; idempotent
         * @description After a submission this begins an amendment. The server decides: `offering.not_allowed` carries every reason in `denials`, `claim.already_submitted` says why what was submitted can no longer be amended.
         */
        put: operations["addToCart"];
        post?: never;
        /**
         * Removes an offering of the activity; idempotent
         * @description After a submission this begins an amendment.
         */
        delete: operations["removeFromCart"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/{activityId}/cart/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What can be added with one press: the itinerary, and evidence such as flags of the mobile app */
        get: operations["listCartSources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/{activityId}/cart/sources/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Adds every offering of a source that may be added, and says of the others why not */
        post: operations["addSourceToCart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/{activityId}/cart/totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Keeps in the draft how much the learner claims of each credit type
         * @description From 0 to `computed`, in steps of `increment`. Where `amounts` are absent at submission, the chosen totals are claimed.
         */
        put: operations["chooseTotals"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/{activityId}/claim/forms/{formKey}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Keeps what the learner put into the form of a requirement, right or wrong
         * @description Values may be saved while they are typed; the requirement in the answer says what is wrong with them. Fields the form does not have are refused.
         */
        put: operations["saveRequirementForm"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/{activityId}/claim/name-sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a certificate can be looked at with a name that is being typed */
        get: operations["getNameSheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/{activityId}/claim/name-sheet/page": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The society’s certificate with this name and no credit, as HTML for a sandboxed frame */
        get: operations["getNameSheetPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/{activityId}/claim/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The documents of the draft as they would be printed; nothing is written
         * @description Says nothing of what the claim still needs; the cart does.
         */
        get: operations["previewClaim"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/{activityId}/claim/preview/sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The first page of a document of the draft as HTML for a sandboxed frame; nothing is written
         * @description Drawn from the template that is printed, without number and verification code.
         */
        get: operations["previewSheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/{activityId}/claim/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How it stands with the authorities that are told of the claim in force
         * @description Empty while nothing was submitted, and where nobody is told.
         */
        get: operations["listClaimReports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/{activityId}/claim/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Submits the draft as the learner’s attestation
         * @description Everything is decided anew. The same key with the same request answers the same again and does nothing; a refusal is not kept. `claim.changed` carries the `cart` as it stands now, `claim.requirements_unmet` the `requirements`.
         */
        post: operations["submitClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/{activityId}/claim/why": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Why the claim comes out as it does, decision by decision
         * @description Worked out now for a draft; as stored at submission for what was submitted.
         */
        get: operations["getClaimWhy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/{activityId}/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the learner has claimed at this activity, 25 at a time
         * @description By the moment of the claim, the newest year in which its credit was earned, or its credits; newest first where those are alike. A cursor belongs to one order.
         */
        get: operations["listMyClaims"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/{activityId}/claims/{claimId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One claim in force: what it claims by course, and its documents */
        get: operations["getMyClaim"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/{activityId}/claims/{claimId}/documents/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes a document of one claim, or tries again what has failed; once for each claim
         * @description As `issueDocument`, for an activity where several claims are in force.
         */
        post: operations["issueClaimDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/{activityId}/claims/{claimId}/why": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why one claim in force came out as it did, as it was stored at submission */
        get: operations["getMyClaimWhy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
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
    "/api/activities/{activityId}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the learner may generate for the claim in force, has generated, or cannot, and why */
        get: operations["listDocuments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/{activityId}/documents/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes a document, once for each claim; asked again, the same certificate answers
         * @description Waits about 20 seconds for the certificate, unless many others of the society wait; 202 with the state `issuing` means that it is still being made and will be there without asking again. Identifiers among the inputs are kept with the learner.
         */
        post: operations["issueDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/{activityId}/earnings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the learner has earned by completions and not claimed yet, of one credit type
         * @description Credits are decimal numbers. Without `creditType` the society’s first that this learner may be awarded. 404 where credit is not earned by completions.
         */
        get: operations["getEarnings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/{activityId}/earnings/selection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Selects what to claim, in the place of what was selected before
         * @description A topic is claimed once for each credit type: what is claimed of it less than offered is given up, and the line says so in `notes`. `offering.not_allowed` carries the reasons in `denials`.
         */
        put: operations["selectEarnings"];
        post?: never;
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
    "/api/activities/{activityId}/evaluations/{formKey}/anonymous": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives the answers to an anonymous form, whole and once
         * @description That the learner has answered is kept; the answers are kept apart and cannot be linked to them. They take at most 32 KiB. The same ticket again answers the same and counts once; another ticket is refused.
         */
        post: operations["giveAnonymousEvaluation"];
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
    "/api/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All certificates of the learner at this society, newest first */
        get: operations["listCertificates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/certificates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One certificate of the learner */
        get: operations["getCertificate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/certificates/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The certificate as PDF, with the list of claimed sessions
         * @description The bytes never change; the ETag is their SHA-256.
         */
        get: operations["getCertificateFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/certificates/{id}/sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The first page as HTML for a sandboxed frame: the template and the data that are printed */
        get: operations["getCertificateSheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hooks/{activityId}/{plugin}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes in what an outside system pushes, signed as Standard Webhooks say
         * @description The signature takes the place of an API key. JSON, or `text/csv` where the plugin reads that; at most 1 MB and 5,000 items, 600 messages a minute. The plugin decides what the body looks like. Items that cannot be placed are answered as faults; the others are stored.
         */
        post: operations["receiveHook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change the password; every other browser is signed out
         * @description 10 to 200 characters. One that is easily guessed or known to be stolen is refused, and it is said why.
         */
        put: operations["changePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/password/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Choose a new password by the link of a mail; every browser is signed out */
        post: operations["resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/password/reset-request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a mail with a link to choose a new password
         * @description Always 202, whether the username exists or not. The link works once, for an hour; at most three an hour are mailed.
         */
        post: operations["requestPasswordReset"];
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
         * @description Sets the session cookie. Ten tries a badge from one network, a hundred a badge from anywhere and three hundred a network in a quarter of an hour; after that 429 with `Retry-After`. The answer to a wrong badge and to a wrong name is the same.
         */
        post: operations["signIn"];
        /** Sign this browser out */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/oidc/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where the identity provider sends the browser back to
         * @description Sets the session cookie when the answer belongs to the sign-in this browser has begun.
         */
        get: operations["finishOidcSignIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/oidc/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Go to the society’s identity provider
         * @description For a browser to navigate to. Comes back to `returnTo`, or to `/sign-in?refused=…` with one of `away`, `cancelled`, `expired`, `refused`, `not-registered`. A sign-in begun lasts fifteen minutes.
         */
        get: operations["startOidcSignIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with username and password
         * @description For societies that let Laurel keep passwords; 404 elsewhere. Ten tries a username and network in a quarter of an hour, and ten more in a browser that has signed in before; after that 429 with `Retry-After`. An unknown username and a wrong password are answered the same, in the same time.
         */
        post: operations["signInWithPassword"];
        delete?: never;
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
    "/api/staff/activities/{activityId}/evaluations/{formKey}/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was answered: counts, means, texts; as JSON or as CSV
         * @description Complete evaluations count; nobody is named. Of an anonymous form only answers that were published together with at least `minimumCount` others are counted; the rest wait.
         */
        get: operations["getEvaluationResults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/activities/{activityId}/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The imports that were carried out, newest first */
        get: operations["listImports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/activities/{activityId}/imports/programme": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Previews or applies a programme: CSV, or frab/pretalx JSON or XML
         * @description At most 64 MB and 20,000 sessions. All of it is taken or nothing; importing the same file again changes nothing. A preview answers faults in its report, applying refuses the file with them.
         */
        post: operations["importProgramme"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/activities/{activityId}/imports/registrants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Previews or applies a list of registrants: CSV
         * @description At most 512 MB and 1,000,000 rows. A person is recognised by badge, member number, or e-mail address and name. Registrants who are gone from the file stay registered. For owners and admins.
         */
        post: operations["importRegistrants"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/activities/{activityId}/polls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How polls of outside systems stand, one for each step that was ever polled */
        get: operations["listPolls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/activities/{activityId}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives a retired activity back to learners */
        post: operations["restoreActivity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/activities/{activityId}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes an activity away from learners; nothing is deleted
         * @description It is not listed any more, nobody can sign in to it, and whoever is signed in there is signed out. Refused where learners have submitted claims, unless `acceptsClaims` says that this is meant.
         */
        post: operations["retireActivity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/activities/{activityId}/workflow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The activity’s workflow in force, and every installed plugin with the schema of its configuration
         * @description Secrets are never sent: `secrets` names those that are set.
         */
        get: operations["getWorkflow"];
        /**
         * Saves the whole workflow as the activity’s next revision
         * @description At most 100 steps, each plugin once, and at least one that is on. Refused whole, with every fault of every step, and when someone else saved in the meantime. Submitted claims stay with the revision they were decided by. Saving what is in force already changes nothing.
         */
        put: operations["saveWorkflow"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/activities/{activityId}/workflow/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When the activity’s workflow was saved, by whom, and with which steps */
        get: operations["listWorkflowRevisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/activities/{activityId}/workflow/revisions/{revision}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One revision of the activity’s workflow, with the configuration of its steps
         * @description Secrets are never sent: `secrets` names those that are set.
         */
        get: operations["getWorkflowRevision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/activities/{activityId}/workflow/revisions/{revision}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Puts an earlier revision of the workflow back, as the activity’s next one
         * @description With the secrets that it had then. Refused as saving is: when someone else saved in the meantime, and with every fault where the revision would not be taken today. Restoring what is in force changes nothing.
         */
        post: operations["restoreWorkflowRevision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/activities/{activityId}/workflow/simulations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says what a draft workflow would change, and why; writes nothing
         * @description Each claim is decided as of its submission, by the revision it was decided by and by the draft; a learner with cart and catalogue, now or at a chosen time. At most 500 claims and about 20 seconds; what there was no time for is named. One goes on at a time; 503 with `Retry-After` when others wait already.
         */
        post: operations["simulateWorkflow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Submitted claims of the society, the newest first
         * @description With `state=held` those that wait for a person, each with what went wrong; with `search` those of learners by badge or name. Drafts are not shown.
         */
        get: operations["listStaffClaims"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/claims/{claimId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One claim: how it was decided, what authorities were told, what was done to it */
        get: operations["getStaffClaim"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/claims/{claimId}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decides a claim’s documents by the workflow in force now, or says what that would change
         * @description For claims whose documents’ rules were mistaken. What was claimed stays as it is. What differs is issued again and supersedes the earlier certificate, what is not offered any more is revoked, what is new the learner may have.
         */
        post: operations["decideDocumentsAnew"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/claims/{claimId}/reissue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Issues a claim’s certificates again with the learner’s present name
         * @description All else they say stays as it is. The earlier ones stay verifiable: superseded, “Reissued with a corrected name”.
         */
        post: operations["reissueCertificates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/claims/{claimId}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lets a held claim stand
         * @description What was attested stays; documents and reports are decided anew by the workflow in force now. While one of its steps still fails the claim stays held, and `claim.still_held` says which.
         */
        post: operations["releaseClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/claims/{claimId}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Opens a claim again for its learner
         * @description For societies whose claims close at submission, or whose time to change them is over. Taken for every claim in force: where its learner may change it anyway, it is only noted. The claim stays in force until the learner submits a change.
         */
        post: operations["reopenClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/claims/{claimId}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends a claim in force and its certificates; the learner may claim anew
         * @description Reports that were not delivered yet are withdrawn. `reports` shows which authorities know of the claim already; tell them yourself.
         */
        post: operations["revokeClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/learners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Learners of the society by badge or name */
        get: operations["findLearners"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/mails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Mails of the society, the newest first; not what they say
         * @description With `state=failed` those that were given up, each with the mail server’s words.
         */
        get: operations["listStaffMails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/mails/{mailId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lets a mail that was given up be sent again
         * @description Where `lastError` says that it may have arrived, it may then arrive twice.
         */
        post: operations["retryMail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reports to authorities about claimed credit, the newest first
         * @description With `state=failed` those that were given up, each with what came back last.
         */
        get: operations["listStaffReports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staff/reports/{reportId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lets a failed report be delivered again
         * @description It keeps its key, so that an authority that has it already knows it again.
         */
        post: operations["retryReport"];
        delete?: never;
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
    "/api/support-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Asks the society’s desk for help
         * @description Sends a mail with the learner’s words, who they are, the page, their claim with its decisions in plain words, and the session asked about with its reasons. The same key again sends nothing more and answers the same reference. At most ten requests an hour.
         */
        post: operations["requestSupport"];
        delete?: never;
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
    "/api/verifications/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether a certificate is genuine and still stands
         * @description Public. Shows only what the certificate itself says. Case, spaces and hyphens of the code do not matter. At most 120 a minute from one address.
         */
        get: operations["verifyCertificate"];
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
        ActivityRetirementDto: {
            /** Format: uuid */
            id: string;
            /**
             * Format: date-time
             * @description Since when it is retired; `null`: it is not.
             */
            retiredAt: string | null;
        };
        AddResultDto: {
            added: string[];
            alreadyThere: string[];
            cart: components["schemas"]["CartDto"];
            leftOut: components["schemas"]["LeftOutDto"][];
        };
        AnswerFaultDto: {
            code: string;
            /** @description The question’s key; `<question>.<row>` in a matrix. */
            field: string;
            message: string;
        };
        CartDto: {
            /** @description The statement to agree to when submitting. */
            attestation: string;
            /** @description Why it cannot be submitted, when it cannot. */
            blockers: components["schemas"]["SentenceDto"][];
            canSubmit: boolean;
            /** Format: uuid */
            claimId: string | null;
            deadline: components["schemas"]["ClaimDeadlineDto"] | null;
            /** @description Whether submitting replaces a claim that was submitted before. */
            isAmendment: boolean;
            lines: components["schemas"]["CartLineDto"][];
            /** @description What the society did to the claim: opened it again, or revoked it. */
            notice: components["schemas"]["SentenceDto"] | null;
            /** @description Lines whose credit was adjusted together. */
            overlaps: components["schemas"]["CartOverlapDto"][];
            requirements: components["schemas"]["RequirementDto"][];
            /** @description Rises with every change of the draft; sent back when it is submitted. 0 without a draft. */
            revision: number;
            /**
             * @description `submitted`: the claim in force, without an open draft; adding a line begins an amendment.
             * @enum {string}
             */
            state: "empty" | "draft" | "submitted";
            submitted: components["schemas"]["SubmittedClaimDto"] | null;
            totals: components["schemas"]["CreditTotalDto"][];
        };
        CartLineCreditDto: {
            /**
             * @description Credits.
             * @example 1.25
             */
            amount: number;
            /** @example ama-pra-1 */
            creditType: string;
        };
        CartLineDto: {
            /** @description `learner`, or the source it was imported from. */
            addedFrom: string;
            code: string;
            credits: components["schemas"]["CartLineCreditDto"][];
            /** Format: date */
            day: string | null;
            denials: components["schemas"]["SentenceDto"][];
            /** Format: date-time */
            endsAt: string | null;
            /** @description False when it can no longer be claimed; it then counts nowhere. */
            isAllowed: boolean;
            /** @description What to know before submitting, such as credit that is given up. */
            notes?: components["schemas"]["SentenceDto"][];
            /** Format: uuid */
            offeringId: string;
            room: string;
            /** Format: date-time */
            startsAt: string | null;
            title: string;
        };
        CartOverlapDto: {
            offeringIds: string[];
            /** @description What would help, when something would. */
            remedy?: string;
            text: string;
        };
        CartSourceDto: {
            /** @example app-flag */
            kind: string;
            /** @example Import from App */
            label: string;
            /** @example Transmitted */
            mark: string;
            offeringIds: string[];
        };
        CatalogueDto: {
            creditTypes: components["schemas"]["CreditTypeInfoDto"][];
            /** @description By time, then room, then code. */
            offerings: components["schemas"]["OfferingCardDto"][];
            /** @description The programme’s revision. */
            revision: number;
        };
        CertificatePartDto: {
            credits: components["schemas"]["WordedCreditDto"][];
            /**
             * @description When its credit was earned.
             * @example May 9–12, 2018
             */
            dates: string;
            /** @example Enduring material */
            format: string;
            /** @description Title of the course. */
            title: string;
        };
        CertificateViewDto: {
            activityTitle: string;
            credentials: string;
            credits: components["schemas"]["WordedCreditDto"][];
            /** @example cme */
            documentKey: string;
            /**
             * Format: date-time
             * @description When it was superseded or revoked.
             */
            endedAt: string | null;
            /** @description The PDF; 409 until it is issued. */
            fileUrl: string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            issuedAt: string | null;
            name: string;
            /** @example CONGRESS27-000123 */
            number: string;
            pageCount: number | null;
            /** @description The certificates in the file, one for each course; empty when it is one certificate. */
            parts: components["schemas"]["CertificatePartDto"][];
            request: components["schemas"]["DocumentRequestDto"] | null;
            sheet: components["schemas"]["SheetDto"] | null;
            /** @enum {string} */
            state: "issuing" | "issued" | "superseded" | "revoked" | "failed";
            /**
             * Format: uuid
             * @description The certificate that was issued in its place.
             */
            supersededBy: string | null;
            title: string;
            /** @example K7QF-9M2X-0TBD-W4HE */
            verificationCode: string;
            /** @description The public page that shows what the certificate says. */
            verificationUrl: string;
        };
        ChangedFieldDto: {
            after: string;
            /** @description In the zone of the activity, cut to a readable length. */
            before: string;
            /** @example start */
            field: string;
        };
        ChangePasswordDto: {
            /** @description The present password. */
            current: string;
            password: string;
        };
        ChoiceCountDto: {
            count: number;
            key: string;
            label: string;
        };
        ChoiceDto: {
            key: string;
            label: string;
        };
        ChooseTotalsDto: {
            /**
             * @description Credits to claim by credit type key, in steps of its increment, at most `computed`; null takes a choice back. Types that are absent stay as they are.
             * @example {
             *       "ama-pra-1": 20.5
             *     }
             */
            amounts: {
                [key: string]: number | null;
            };
            /** @description The cart’s `revision` that the learner looked at. */
            revision: number;
        };
        ClaimActionDto: {
            /** @description Why; for the society’s own records, the learner does not read it. */
            reason: string;
        };
        ClaimActivityDto: {
            /** @example CONGRESS27 */
            code: string;
            /** Format: uuid */
            id: string;
            title: string;
        };
        ClaimAmountDto: {
            /**
             * @description Credits.
             * @example 21.75
             */
            claimed: number;
            /** @example ama-pra-1 */
            creditType: string;
        };
        ClaimDeadlineDto: {
            /** Format: date-time */
            at: string;
            text: string;
        };
        ClaimDetailDto: {
            /** Format: date-time */
            claimedAt: string;
            /** Format: uuid */
            claimId: string;
            /** @description What is claimed, by course. */
            courses: components["schemas"]["DocumentPartDto"][];
            credits: components["schemas"]["ClaimedCreditDto"][];
            documents: components["schemas"]["DocumentViewDto"][];
            /** @description Why a person has to look at it first. */
            heldText: string | null;
            /** @enum {string} */
            state: "submitted" | "certified" | "held";
        };
        ClaimedCreditDto: {
            /**
             * @description Credits.
             * @example 21.75
             */
            claimed: number;
            /**
             * @description The most that could be claimed, in credits.
             * @example 24
             */
            computed: number;
            /** @example ama-pra-1 */
            creditType: string;
            name: string;
            /** @description Singular or plural as the amount needs it. */
            unit: string;
        };
        ClaimedTopicDto: {
            /**
             * @description Credits of the topic.
             * @example 1.25
             */
            amount: number;
            title: string;
        };
        ClaimEventDto: {
            /** @example claim.released */
            action: string;
            /** Format: date-time */
            at: string;
            /** @description The person’s name, or that it was the operator. */
            by: string;
            reason: string | null;
        };
        ClaimHistoryDto: {
            items: components["schemas"]["ClaimHistoryItemDto"][];
            /** @description Null on the last page. */
            nextCursor: string | null;
        };
        ClaimHistoryItemDto: {
            certificates: components["schemas"]["CertificateViewDto"][];
            /** Format: date-time */
            claimedAt: string;
            /** Format: uuid */
            claimId: string;
            /** @description Titles of the courses that it claims topics of. */
            courses: string[];
            /** @example 12.5 */
            credits: number;
            /**
             * @description The first, when it claims several.
             * @example ama-pra-1
             */
            creditType: string;
            creditTypeName: string;
            /** @enum {string} */
            state: "submitted" | "certified" | "held" | "amended" | "revoked";
            /** @description Singular or plural as the credits need it. */
            unit: string;
            /**
             * @description Ascending, in the activity’s time zone.
             * @example [
             *       2026
             *     ]
             */
            yearEarned: number[];
        };
        ClaimLearnerDto: {
            badge: string | null;
            /** Format: uuid */
            id: string;
            /** @description As on certificates; learners choose it themselves. */
            name: string;
            /** @description First and last name as the society registered them. */
            registeredName: string;
        };
        ClaimPreviewDto: {
            documents: components["schemas"]["DocumentPreviewDto"][];
        };
        ClaimReportDto: {
            /** @example abp */
            authority: string;
            key: string;
            /** @enum {string} */
            state: "queued" | "accepted" | "rejected" | "failed" | "withdrawn";
        };
        CollectedDto: {
            /** @description Items that are stored now and were not before, or say something newer. */
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
        CreditAdjustmentDto: {
            /**
             * @description Credits; nearly always negative.
             * @example -2.25
             */
            amount: number;
            offeringIds: string[];
            /** @description What would help, when something would. */
            remedy?: string;
            text: string;
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
        CreditTotalDto: {
            adjustments: components["schemas"]["CreditAdjustmentDto"][];
            /** @description What the learner chose to claim, in credits; null while nothing was chosen. */
            chosen: number | null;
            /**
             * @description The most that may be claimed, in credits.
             * @example 21.75
             */
            computed: number;
            /** @example ama-pra-1 */
            creditType: string;
            /**
             * @description The smallest step that may be claimed.
             * @example 0.25
             */
            increment: number;
            /** @description Counted beside another type, never claimed alone. */
            isCategory: boolean;
            name: string;
            /**
             * @description Credits of all lines added up.
             * @example 24
             */
            selected: number;
            shortName: string;
            /** @description Singular or plural as the computed amount needs it. */
            unit: string;
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
        DecidedDocumentsDto: {
            documents: components["schemas"]["DocumentChangeDto"][];
            /** @description False for a preview. */
            isApplied: boolean;
        };
        DecideDocumentsDto: {
            /**
             * @description `preview` writes nothing.
             * @enum {string}
             */
            mode: "preview" | "apply";
            /** @description Why; for the society’s own records, the learner does not read it. */
            reason: string;
        };
        DocumentChangeDto: {
            /** @description Of the certificate that there is. */
            certificateNumber: string | null;
            /**
             * @description `replaced`: the certificate is issued again and supersedes the earlier one. `withdrawn`: the document is not offered any more, and its certificate is revoked. `added`: the learner may have it from now on.
             * @enum {string}
             */
            change: "replaced" | "withdrawn" | "added" | "unchanged";
            /**
             * @description What the new one says otherwise.
             * @example [
             *       "statements"
             *     ]
             */
            differences: string[];
            /** @example cme */
            documentKey: string;
            /** @description Why it is withdrawn. */
            reasons: components["schemas"]["SentenceDto"][];
            title: string;
        };
        DocumentInputDto: {
            help?: string;
            key: string;
            label: string;
            /** @description A regular expression that the whole value must match. */
            pattern?: string;
            /** @description What is known from before. */
            value?: string;
        };
        DocumentPartDto: {
            /** @description Null when the document is not by course. */
            courseTitle: string | null;
            credits: components["schemas"]["WordedCreditDto"][];
            topics: components["schemas"]["ClaimedTopicDto"][];
        };
        DocumentPreviewDto: {
            activityTitle: string;
            credentials: string;
            /** @example cme */
            key: string;
            /** @description The learner’s display name, as it is printed. */
            name: string;
            parts: components["schemas"]["DocumentPartDto"][];
            /** @description Null while the society has not finished the design. */
            sheet: components["schemas"]["SheetDto"] | null;
            title: string;
        };
        DocumentPromiseDto: {
            /** Format: date */
            lastDay: string | null;
            promise: string;
        };
        DocumentRequestDto: {
            mailTo: string;
            /** @description What the learner may expect. */
            promise: string;
            /** Format: date-time */
            requestedAt: string;
            /** Format: date-time */
            sentAt: string | null;
            /** @enum {string} */
            state: "preparing" | "sent" | "failed" | "withdrawn";
        };
        DocumentsViewDto: {
            documents: components["schemas"]["DocumentViewDto"][];
        };
        DocumentViewDto: {
            /** @description The one for the claim in force. */
            certificate: components["schemas"]["CertificateViewDto"] | null;
            description: string | null;
            inputs: components["schemas"]["DocumentInputDto"][];
            isAvailable: boolean;
            /** @example cme */
            key: string;
            /** @description Why not, when not. */
            reasons: components["schemas"]["SentenceDto"][];
            /** @description Present when the society finishes the document by hand. */
            request: components["schemas"]["DocumentPromiseDto"] | null;
            title: string;
        };
        EarnedCourseDto: {
            /** @description Credits of the course that can be claimed now. */
            available: number;
            code: string;
            /**
             * Format: uuid
             * @description Null for topics that belong to no course; they stand last.
             */
            courseId: string | null;
            title: string;
            /** @description In the order in which they were earned. */
            topics: components["schemas"]["EarnedTopicDto"][];
        };
        EarnedCreditTypeDto: {
            /**
             * @description Credits that can be claimed now.
             * @example 12.5
             */
            available: number;
            /** @description Topics that they are of. */
            count: number;
            /** @example ama-pra-1 */
            creditType: string;
            /** @description What ends first among what the society warns of by now; null while there is no such credit. */
            expiring: components["schemas"]["ExpiringCreditDto"] | null;
            name: string;
            shortName: string;
            /** @description Singular or plural as the available amount needs it. */
            unit: string;
        };
        EarnedTopicDto: {
            /**
             * @description Credits; the most that can be claimed of it.
             * @example 1.25
             */
            amount: number;
            code: string;
            denials: components["schemas"]["SentenceDto"][];
            /**
             * Format: date-time
             * @description When the topic was completed.
             */
            earnedAt: string;
            /**
             * @description The smallest step in which less can be claimed.
             * @example 0.25
             */
            increment: number;
            isAllowed: boolean;
            /** @description `until` is so near that the society warns of it. */
            isExpiringSoon: boolean;
            /** Format: uuid */
            offeringId: string;
            title: string;
            /**
             * Format: date-time
             * @description Until when it can be claimed; null when no rule says so.
             */
            until: string | null;
        };
        EarningsDto: {
            /** @description Credits of this type that can be claimed now. */
            available: number;
            courses: components["schemas"]["EarnedCourseDto"][];
            creditType: string;
            /** @description Every type that the programme carries and this learner may be awarded. */
            creditTypes: components["schemas"]["EarnedCreditTypeDto"][];
            /** @description What was not claimed in time; it is not listed. */
            expired: components["schemas"]["ExpiredCreditDto"];
            /** @description What a claim needs, such as a membership, as of now. */
            requirements: components["schemas"]["RequirementDto"][];
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
            /** Format: uuid */
            claimId: string | null;
            formKey: string;
            /** @description The answers are given whole with `giveAnonymousEvaluation` and cannot be read again; that they were given is known. */
            isAnonymous: boolean;
            /** @description Every required question that is shown has a valid answer. */
            isComplete: boolean;
            /** Format: uuid */
            offeringId: string | null;
            /** @description Required questions that are shown to this learner. */
            requiredCount: number;
            /** @enum {string} */
            scope: "activity" | "offering" | "claim";
            sections: components["schemas"]["FormSectionDto"][];
            title: string;
            /** @description Rises with every save; 0 before the first. Send it back with the next save. */
            version: number;
        };
        EvaluationResultsDto: {
            /** @description How many of them are counted here; of an anonymous form the others wait for company. */
            count: number;
            formKey: string;
            /** @description Evaluations that are complete. */
            givenCount: number;
            isAnonymous: boolean;
            /** @description Of an anonymous form: answers are shown this many at once, never fewer. */
            minimumCount: number | null;
            /** @enum {string} */
            scope: "activity" | "offering" | "claim";
            sections: components["schemas"]["SectionResultDto"][];
            title: string;
        };
        EvaluationSummaryDto: {
            /** @description How many of those are answered. */
            answeredCount: number;
            /** Format: uuid */
            claimId: string | null;
            formKey: string;
            /** @description The answers are given whole with `giveAnonymousEvaluation` and cannot be read again; that they were given is known. */
            isAnonymous: boolean;
            /** @description Something is answered, be it a row of a question or what is not required. */
            isBegun: boolean;
            /** @description Every required question that is shown has a valid answer. */
            isComplete: boolean;
            /** Format: uuid */
            offeringId: string | null;
            /** @description Required questions that are shown to this learner. */
            requiredCount: number;
            /** @enum {string} */
            scope: "activity" | "offering" | "claim";
            title: string;
        };
        ExpiredCreditDto: {
            /** @description Credits of the type that was asked for. */
            amount: number;
            count: number;
        };
        ExpiringCreditDto: {
            /**
             * @description Credits of the type that end then.
             * @example 0.5
             */
            amount: number;
            /**
             * Format: date-time
             * @description Until when it can be claimed.
             */
            until: string;
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
        FormConditionDto: {
            field: string;
            is: string | boolean;
        };
        FormFieldDto: {
            help?: string;
            identifier?: string;
            isRequired: boolean;
            key: string;
            /** @enum {string} */
            kind: "text" | "choice" | "consent" | "month-day";
            label: string;
            maxLength?: number;
            options?: components["schemas"]["FormOptionDto"][];
            showIf?: components["schemas"]["FormConditionDto"];
        };
        FormOptionDto: {
            label: string;
            value: string;
        };
        FormSectionDto: {
            description?: string;
            key: string;
            questions: components["schemas"]["QuestionDto"][];
            title: string;
        };
        GiveAnonymousEvaluationDto: {
            /** @description By question key: an option’s key, several option keys, a number, a text, or for a matrix the option’s key by row key. */
            answers: {
                [key: string]: string | number | string[] | {
                    [key: string]: string;
                };
            };
            /**
             * Format: uuid
             * @description Random, chosen by the device, and the same whenever it sends these answers.
             */
            ticket: string;
        };
        GivenEvaluationDto: {
            /** @description The answers count; they can be neither read nor changed again. */
            isComplete: boolean;
        };
        ImportChangeDto: {
            fields: components["schemas"]["ChangedFieldDto"][];
            /** @enum {string} */
            kind: "new" | "changed" | "withdrawn" | "removed";
            /** @example A101 Opening lecture */
            name: string;
        };
        ImportCountsDto: {
            changed: number;
            new: number;
            /** @description Gone from the file, and used by nobody: deleted. */
            removed: number;
            unchanged: number;
            /** @description Gone from the file, but claimed, starred or written about: kept with a notice. */
            withdrawn: number;
        };
        ImportFaultDto: {
            code: string;
            field?: string;
            /** @description What was expected and what to do. */
            message: string;
            /** @description JSON Pointer or XPath, where there are no rows. */
            path?: string;
            /** @description As a spreadsheet counts, the header included. */
            row?: number;
            /** @description What was found, cut to a readable length. */
            value?: string;
        };
        ImportReportDto: {
            /** @description The first ten of each kind. */
            changes: components["schemas"]["ImportChangeDto"][];
            counts: components["schemas"]["ImportCountsDto"];
            /** @description All of them. */
            faultCount: number;
            /** @description At most 200. */
            faults: components["schemas"]["ImportFaultDto"][];
            fileName: string;
            /** @description False for a preview. */
            isApplied: boolean;
            /** @description What no row of the file says any more. It is applied only with `acceptLostColumns`. */
            lostColumns: components["schemas"]["LostColumnDto"][];
            /** @description Badges with another last name in the file, where neither the e-mail address nor the member number says that it is the same person. It is applied only with `acceptOtherPersons`. Null where there are none, and for programmes. */
            otherPersons: components["schemas"]["OtherPersonsDto"] | null;
            /** @description Sessions that are gone from the file, where they are at least two and more than a tenth of all. It is applied only with `acceptRemovals`. Null where they are fewer, and for registrants. */
            removals: components["schemas"]["RemovalsDto"] | null;
            /** @description Rows or sessions that were read. */
            rowCount: number;
            /** @description SHA-256 of the file, hexadecimal. */
            sha256: string;
        };
        ImportRunDto: {
            counts: components["schemas"]["ImportCountsDto"];
            /** Format: date-time */
            createdAt: string;
            fileName: string;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "programme" | "registrants";
            /** @description SHA-256 of the file, hexadecimal. */
            sha256: string;
        };
        ImportRunPageDto: {
            items: components["schemas"]["ImportRunDto"][];
            /** @description Null at the end. */
            nextCursor: string | null;
        };
        IssueDocumentDto: {
            /**
             * @description Values of the document’s `inputs` by key.
             * @example {
             *       "asrt": "123456"
             *     }
             */
            inputs?: {
                [key: string]: string;
            };
        };
        ItineraryDto: {
            /** @description Offerings in the order in which they were starred. */
            offeringIds: string[];
        };
        LeftOutDto: {
            /** Format: uuid */
            offeringId: string;
            reasons: components["schemas"]["SentenceDto"][];
            title: string;
        };
        ListedStepDto: {
            isEnabled: boolean;
            plugin: string;
        };
        LivenessDto: {
            /** @enum {string} */
            status: "alive";
        };
        LostColumnDto: {
            /** @example room */
            field: string;
            /** @description How many rows would lose their value. */
            rows: number;
        };
        MatrixRowResultDto: {
            choices: components["schemas"]["ChoiceCountDto"][];
            key: string;
            label: string;
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
        OtherPersonDto: {
            /**
             * @description Whose it is in the file.
             * @example Ann Smyth
             */
            after: string;
            /** @example 100001 */
            badge: string;
            /**
             * @description Whose it is now.
             * @example Chidi Okafor
             */
            before: string;
        };
        OtherPersonsDto: {
            /** @description How many badges. */
            badges: number;
            /** @description The first ten of them. */
            first: components["schemas"]["OtherPersonDto"][];
        };
        PasswordSignInDto: {
            /**
             * Format: uuid
             * @description Without it the latest activity.
             */
            activityId?: string;
            password: string;
            /** @description Compared without case. */
            username: string;
        };
        PluginDto: {
            description: string;
            key: string;
            /** @description JSON Schema of the configuration, with titles, help and defaults. */
            schema: {
                [key: string]: unknown;
            };
            /**
             * @example [
             *       "offer",
             *       "require"
             *     ]
             */
            stages: string[];
            title: string;
            version: string;
        };
        PollDto: {
            /** @description Why the last poll failed; null when it did not. */
            failure: string | null;
            /** @description Polls that failed one after the other; each doubles the pause. */
            failures: number;
            /** @description The key of the step’s plugin. */
            plugin: string;
            /**
             * Format: date-time
             * @description When it was last asked.
             */
            polledAt: string | null;
        };
        PollsDto: {
            items: components["schemas"]["PollDto"][];
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
            code: "request.invalid" | "request.too_large" | "request.too_slow" | "request.media_type" | "request.method" | "sign_in.required" | "sign_in.failed" | "sign_in.throttled" | "sign_in.not_registered" | "staff.has_account" | "staff.last_owner" | "staff.unknown" | "password.weak" | "password.wrong" | "password.link_expired" | "api_key.required" | "request.csrf" | "access.denied" | "tenant.unknown" | "activity.has_claims" | "tenant.has_claims" | "not_found" | "rate.limited" | "service.unavailable" | "service.busy" | "internal" | "offering.not_allowed" | "claim.already_submitted" | "claim.requirements_unmet" | "claim.empty" | "claim.not_attested" | "claim.changed" | "claim.amount_too_high" | "claim.not_held" | "claim.still_held" | "claim.not_in_force" | "idempotency.key_required" | "idempotency.key_reused" | "evaluation.conflict" | "evaluation.closed" | "evaluation.invalid" | "evaluation.anonymous" | "evaluation.not_anonymous" | "evaluation.already_given" | "evaluation.form_invalid" | "delivery.not_failed" | "document.unavailable" | "document.input_required" | "documents.undecided" | "certificate.same_name" | "certificate.not_ready" | "certificates.busy" | "import.refused" | "import.loses_columns" | "import.removes_sessions" | "import.gives_badges_away" | "hook.refused" | "collect.failed" | "workflow.changed" | "workflow.kept" | "workflow.invalid";
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
        QuestionResultDto: {
            /** @description How many answered this question. */
            answeredCount: number;
            /** @description Of choices, and of each step of a scale. */
            choices?: components["schemas"]["ChoiceCountDto"][];
            key: string;
            /** @enum {string} */
            kind: "single" | "multiple" | "matrix" | "scale" | "short-text" | "long-text";
            label: string;
            /** @description Of a scale, to two decimals. */
            mean?: number | null;
            rows?: components["schemas"]["MatrixRowResultDto"][];
            /** @description Of texts, at most 200; the CSV file holds all. */
            texts?: string[];
        };
        ReadinessDto: {
            probes: components["schemas"]["ProbeDto"][];
            /** @enum {string} */
            status: "ready" | "not_ready" | "stopping";
        };
        RemovalsDto: {
            /**
             * @description The first ten of them.
             * @example [
             *       "A101 Opening lecture"
             *     ]
             */
            first: string[];
            /** @description How many are in the programme now. */
            of: number;
            /** @description How many would be withdrawn or removed. */
            sessions: number;
        };
        ReportStandingDto: {
            /** @description Who is told. */
            authority: string;
            /**
             * @description `queued` until the authority has answered; `failed` when it could not be reached.
             * @enum {string}
             */
            state: "queued" | "accepted" | "rejected" | "failed" | "withdrawn";
            /** @description In a sentence for the learner. */
            text: string;
        };
        RequestPasswordResetDto: {
            username: string;
        };
        RequirementActionDto: {
            /** @description Credit types whose totals are to be chosen. */
            creditTypes?: string[];
            form?: components["schemas"]["RequirementFormDto"];
            formKey?: string;
            /** @enum {string} */
            kind: "evaluation" | "form" | "totals" | "sessions" | "attest" | "link";
            label?: string;
            /** Format: uuid */
            offeringId?: string;
            url?: string;
        };
        RequirementDto: {
            action: components["schemas"]["RequirementActionDto"] | null;
            /** @description What is wrong with what was given. */
            faults: components["schemas"]["RequirementFaultDto"][];
            /** @description What the learner gave in the form of the action so far, by field. */
            inputs: {
                [key: string]: (string | number | boolean | string[]) | null;
            };
            /** @example required-evaluation:overall */
            key: string;
            remedy?: string;
            /** @enum {string} */
            state: "met" | "unmet" | "optional";
            text: string;
            title: string;
        };
        RequirementFaultDto: {
            /** @description Key of a field of the form. */
            field: string;
            remedy?: string;
            text: string;
        };
        RequirementFormDto: {
            fields: components["schemas"]["FormFieldDto"][];
            intro?: string;
            key: string;
            title: string;
        };
        ResetPasswordDto: {
            password: string;
            /** @description From the link in the mail. */
            token: string;
        };
        RestoreWorkflowDto: {
            /** @description The revision in force that the person saw. */
            revision: number;
        };
        RetireActivityDto: {
            /**
             * @description Retire it also where learners have claimed already.
             * @default false
             */
            acceptsClaims: boolean;
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
        SaveRequirementFormDto: {
            /**
             * @description All that was given so far, by field key; it replaces what was saved before. Texts of at most 200 characters, boxes to tick as true or false.
             * @example {
             *       "consent": true,
             *       "npi": "1234567893"
             *     }
             */
            values: {
                [key: string]: (string | boolean) | null;
            };
        };
        SaveWorkflowDto: {
            /** @description The revision that the change is based on; 0 for the first. */
            revision: number;
            /** @description In the order in which they are asked. */
            steps: components["schemas"]["WorkflowStepDto"][];
        };
        ScaleDto: {
            max: number;
            maxLabel: string;
            min: number;
            minLabel: string;
        };
        SectionResultDto: {
            key: string;
            questions: components["schemas"]["QuestionResultDto"][];
            title: string;
        };
        SelectEarningsDto: {
            /**
             * @description Everything that can be claimed now.
             * @enum {boolean}
             */
            all?: true;
            /** @example ama-pra-1 */
            creditType: string;
            items?: components["schemas"]["SelectedTopicDto"][];
        };
        SelectedTopicDto: {
            /**
             * @description Credits, in steps of the type’s increment.
             * @example 1.25
             */
            amount: number;
            /** Format: uuid */
            offeringId: string;
        };
        SentenceDto: {
            /** @description What would help, when something would. */
            remedy?: string;
            text: string;
        };
        SessionActivityDto: {
            /** @enum {string} */
            basis: "attended" | "earned";
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
            /** @enum {string} */
            signedInBy: "badge" | "oidc" | "password";
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
            /** @description Null for a learner who enrolled without one. */
            badge: string | null;
            tier: string | null;
        };
        SheetDto: {
            /**
             * @description Inches.
             * @example 8.5
             */
            height: number;
            /** @description Of a document by course, `?part=2` is the first page of the second certificate. */
            url: string;
            /**
             * @description Inches.
             * @example 11
             */
            width: number;
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
        SignInWayDto: {
            badgeLabel: string | null;
            /** @description The last name is asked for before the number of the badge. */
            isLastNameFirst: boolean;
            /** @enum {string} */
            kind: "badge" | "oidc" | "password";
            /** @description On the button that leads to the provider. */
            label: string | null;
            lastNameLabel: string | null;
            passwordLabel: string | null;
            /** @description What the society calls it. */
            title: string | null;
            usernameLabel: string | null;
        };
        SimulatedChangeDto: {
            /** @description Null where there would be none. */
            after: components["schemas"]["SimulatedOutcomeDto"] | null;
            /** @description Null where there was none. */
            before: components["schemas"]["SimulatedOutcomeDto"] | null;
            /** @description An offering’s id, or the key of what it is about. */
            key: string;
            /** @enum {string} */
            kind: "claim" | "offer" | "total" | "requirement" | "document" | "report";
            title: string;
        };
        SimulatedClaimDto: {
            /**
             * Format: date-time
             * @description When the decision is made.
             */
            at: string;
            changes: components["schemas"]["SimulatedChangeDto"][];
            /**
             * Format: uuid
             * @description Null for a learner’s cart.
             */
            claimId: string | null;
            /** Format: uuid */
            learnerId: string;
            /** @description The revision it is decided by now. */
            revision: number;
        };
        SimulatedFaultDto: {
            /** @description How many answers failed. */
            count: number;
            detail: string;
            plugin: string;
            stage: string;
        };
        SimulatedOutcomeDto: {
            /** @description Offer: `allowed`, `denied`. Requirement: `met`, `unmet`, `optional`. Document: `available`, `unavailable`. Report: `reported`. Total: the credits. Claim: `possible`, `impossible`, `held`. */
            outcome: string;
            /** @description Why, in the words the learner would read. */
            reasons: components["schemas"]["SentenceDto"][];
        };
        SimulateDto: {
            /**
             * Format: date-time
             * @description When the decision is made; without it now for a learner, and its submission for a claim.
             */
            at?: string;
            /** @description Submitted claims of the activity; without these and a learner, the newest 500. */
            claimIds?: string[];
            /**
             * Format: uuid
             * @description One learner’s cart and catalogue.
             */
            learnerId?: string;
            /** @description The draft workflow; secrets may be left out. */
            steps: components["schemas"]["WorkflowStepDto"][];
        };
        SimulatedTotalDto: {
            after: number;
            /** @description Credits that could be claimed, over everything that was looked at. */
            before: number;
            creditType: string;
            name: string;
        };
        SimulationDto: {
            /** @description Those that something would change for. */
            changed: components["schemas"]["SimulatedClaimDto"][];
            /** @description Claims, or the one learner, that were looked at. */
            examined: number;
            /** @description Plugins of the draft workflow that failed. */
            faults: components["schemas"]["SimulatedFaultDto"][];
            totals: components["schemas"]["SimulatedTotalDto"][];
            /** @description Claims that there was no time for; ask for them alone. */
            unfinished: string[];
        };
        StaffClaimDto: {
            activity: components["schemas"]["ClaimActivityDto"];
            /**
             * Format: uuid
             * @description The claim it took the place of.
             */
            amendsClaimId: string | null;
            credits: components["schemas"]["ClaimAmountDto"][];
            /** @description What went wrong, while it is held; never shown to learners. */
            faults: string[];
            /** @description What the learner is told while it is held. */
            heldReason: string | null;
            /** @description What was done to it, the latest first. */
            history: components["schemas"]["ClaimEventDto"][];
            /** Format: uuid */
            id: string;
            learner: components["schemas"]["ClaimLearnerDto"];
            /** Format: date-time */
            reopenedAt: string | null;
            /** @description What authorities were told about it. */
            reports: components["schemas"]["ClaimReportDto"][];
            /** Format: date-time */
            revokedAt: string | null;
            /** @enum {string} */
            state: "submitted" | "certified" | "held" | "amended" | "revoked";
            /** Format: date-time */
            submittedAt: string | null;
            /** @description In the order in which it was decided. */
            trail: components["schemas"]["WhyEntryDto"][];
        };
        StaffClaimPageDto: {
            items: components["schemas"]["StaffClaimRowDto"][];
            /** @description Null at the end. */
            nextCursor: string | null;
        };
        StaffClaimRowDto: {
            activity: components["schemas"]["ClaimActivityDto"];
            credits: components["schemas"]["ClaimAmountDto"][];
            /** @description What went wrong, while it is held; never shown to learners. */
            faults: string[];
            /** @description What the learner is told while it is held. */
            heldReason: string | null;
            /** Format: uuid */
            id: string;
            learner: components["schemas"]["ClaimLearnerDto"];
            /** Format: date-time */
            reopenedAt: string | null;
            /** Format: date-time */
            revokedAt: string | null;
            /** @enum {string} */
            state: "submitted" | "certified" | "held" | "amended" | "revoked";
            /** Format: date-time */
            submittedAt: string | null;
        };
        StaffLearnerDto: {
            /** @example MD */
            credentials: string;
            /** Format: uuid */
            id: string;
            memberNumber: string | null;
            /** @description As on certificates; learners choose it themselves. */
            name: string;
            /** @example physician */
            profession: string;
            /** @description First and last name as the society registered them. */
            registeredName: string;
            registrations: components["schemas"]["StaffRegistrationDto"][];
        };
        StaffLearnersDto: {
            /** @description By last name, at most 50. */
            items: components["schemas"]["StaffLearnerDto"][];
        };
        StaffMailDto: {
            attempts: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            id: string;
            /** @description The mail server’s words. */
            lastError: string | null;
            /** Format: date-time */
            sentAt: string | null;
            /** @enum {string} */
            state: "queued" | "sending" | "sent" | "failed";
            subject: string;
            to: string;
        };
        StaffMailPageDto: {
            items: components["schemas"]["StaffMailDto"][];
            /** @description Null at the end. */
            nextCursor: string | null;
        };
        StaffRegistrationDto: {
            /** @example CONGRESS27 */
            activityCode: string;
            /** Format: uuid */
            activityId: string;
            badge: string;
            tier: string | null;
        };
        StaffReportDto: {
            attempts: number;
            /** @example abp */
            authority: string;
            /** Format: uuid */
            claimId: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            id: string;
            /** @description What the authority knows the report by. */
            key: string;
            /** Format: date-time */
            lastAttemptAt: string | null;
            /** @description What came back last. */
            lastDetail: string | null;
            /** @description The step that delivers it. */
            plugin: string;
            /** @enum {string} */
            state: "queued" | "accepted" | "rejected" | "failed" | "withdrawn";
        };
        StaffReportPageDto: {
            items: components["schemas"]["StaffReportDto"][];
            /** @description Null at the end. */
            nextCursor: string | null;
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
        StoredStepDto: {
            /** @description As the plugin’s schema says. A secret that is left out stays, also when its step was taken out and comes back with the same addresses; `null` takes it out. */
            config: {
                [key: string]: unknown;
            };
            /** @description Why the step fails, when it does. */
            fault?: string;
            /** @description A step that is off is never asked. */
            isEnabled: boolean;
            /** @description The key of an installed plugin; once in a workflow. */
            plugin: string;
            /** @description Paths of the secrets that are set; they are never sent. */
            secrets: string[];
        };
        SubmissionDto: {
            claim: components["schemas"]["SubmittedClaimDto"];
            documents: components["schemas"]["DocumentsViewDto"];
        };
        SubmitClaimDto: {
            /**
             * @description To claim less: credits by credit type key, in steps of its increment and at most `computed`. Types that are absent are claimed in full.
             * @example {
             *       "ama-pra-1": 20.5
             *     }
             */
            amounts?: {
                [key: string]: number;
            };
            /** @description That the learner agrees to the cart’s `attestation`; must be true. */
            isAttested: boolean;
            /** @description The cart’s `revision` that the learner looked at. */
            revision: number;
        };
        SubmittedClaimDto: {
            credits: components["schemas"]["ClaimedCreditDto"][];
            /** @description Why a person has to look at it first. */
            heldText: string | null;
            /** Format: uuid */
            id: string;
            /** @description Offerings in the claim. */
            lineCount: number;
            /** @enum {string} */
            state: "submitted" | "certified" | "held";
            /** Format: date-time */
            submittedAt: string;
        };
        SuccessorDto: {
            /**
             * @description Why it took this one’s place; null where that was not kept.
             * @enum {string|null}
             */
            because: "amended" | "name-corrected" | "decided-anew" | null;
            number: string;
        };
        SupportReceiptDto: {
            /**
             * @description Stands in the subject of the mail; made to be said on the telephone.
             * @example K7QF-9M2X
             */
            reference: string;
        };
        SupportRequestDto: {
            /**
             * Format: uuid
             * @description A submitted claim; without it the one the learner works at.
             */
            claimId?: string;
            /** @description In the learner’s words. */
            message: string;
            /**
             * Format: uuid
             * @description The session or topic it is about.
             */
            offeringId?: string;
            /**
             * @description Path of the page it is written on.
             * @example /cart
             */
            page: string;
            /**
             * Format: email
             * @description Where answers go, when not to the address that the society knows.
             */
            replyTo?: string;
        };
        TenantActivityDto: {
            /**
             * @description `attended`: sessions are picked. `earned`: credit accrues, and is claimed when the learner likes.
             * @enum {string}
             */
            basis: "attended" | "earned";
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
        TenantLayoutDto: {
            hasItinerary: boolean;
            hasSaveAndLogOut: boolean;
            /**
             * @description Where a learner lands.
             * @enum {string}
             */
            home: "sessions" | "cart";
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
            layout: components["schemas"]["TenantLayoutDto"];
            name: string;
            shortName: string;
            /** @description In the order in which they are offered. */
            signIn: components["schemas"]["SignInWayDto"][];
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
        VerificationDto: {
            activity: components["schemas"]["VerifiedActivityDto"];
            credentials: string | null;
            credits: components["schemas"]["WordedCreditDto"][];
            /**
             * Format: date-time
             * @description When it was superseded or revoked.
             */
            endedAt: string | null;
            /** @description As printed. */
            issuedOn: string;
            name: string;
            number: string;
            /** @description The certificates that it consists of, one for each course; empty when it is one. */
            parts: components["schemas"]["CertificatePartDto"][];
            provider: string;
            /** @enum {string} */
            state: "valid" | "superseded" | "revoked";
            supersededBy: components["schemas"]["SuccessorDto"] | null;
            title: string;
        };
        VerifiedActivityDto: {
            /** @example May 9–12, 2018 */
            dates: string;
            /** @example live activity */
            format: string;
            place: string | null;
            title: string;
        };
        WhyDto: {
            /** @description In the order in which it was decided. */
            entries: components["schemas"]["WhyEntryDto"][];
        };
        WhyEffectDto: {
            /** @example 19.5 */
            after: number;
            /**
             * @description Nearly always negative.
             * @example -0.75
             */
            amount: number;
            /** @example 20.25 */
            before: number;
            /** @description Titles of the sessions it is about; none for the total alone. */
            sessions: string[];
        };
        WhyEntryDto: {
            /** @description By its name what was decided about: a session’s title, or a credit type’s name. */
            about?: string;
            /** @example overlap.same-time */
            code: string;
            /** @description The workflow’s revision; 0 for the host. */
            configRevision: number;
            /** @description Of adjustments alone. */
            effect?: components["schemas"]["WhyEffectDto"];
            /** @enum {string} */
            outcome: "allowed" | "denied" | "adjusted" | "met" | "unmet" | "optional" | "held" | "failed";
            /** @description The plugin’s key, or `host`. */
            plugin: string;
            /** @description Empty for the host and for a plugin that is not installed. */
            pluginVersion: string;
            remedy?: string;
            /** @description The rule that decided, in words, as the society has set it. */
            rule?: string;
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
        WordedCreditDto: {
            /** @example 21.75 */
            amount: string;
            /** @description Set in italics, as its authority asks. */
            isItalic: boolean;
            /** @example AMA PRA Category 1 Credits™ */
            unit: string;
        };
        WorkflowAuthorDto: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        WorkflowDto: {
            /** @description That nothing can be claimed, and what to do; `null`: a step is on. */
            notice: string | null;
            /** @description Every installed plugin, whether the workflow has it or not. */
            plugins: components["schemas"]["PluginDto"][];
            /** @description 0 while nothing was saved. */
            revision: number;
            /** Format: date-time */
            savedAt: string | null;
            steps: components["schemas"]["StoredStepDto"][];
        };
        WorkflowRevisionContentDto: {
            /** @description The revision that was put back with it; `null`: none. */
            restoredFrom: number | null;
            revision: number;
            /** Format: date-time */
            savedAt: string;
            /** @description Who of the staff saved it; `null`: the operator, on the command line. */
            savedBy: components["schemas"]["WorkflowAuthorDto"] | null;
            steps: components["schemas"]["StoredStepDto"][];
        };
        WorkflowRevisionDto: {
            /** @description The revision that was put back with it; `null`: none. */
            restoredFrom: number | null;
            revision: number;
            /** Format: date-time */
            savedAt: string;
            /** @description Who of the staff saved it; `null`: the operator, on the command line. */
            savedBy: components["schemas"]["WorkflowAuthorDto"] | null;
            steps: components["schemas"]["ListedStepDto"][];
        };
        WorkflowRevisionsDto: {
            /** @description Newest first, at most 200. */
            items: components["schemas"]["WorkflowRevisionDto"][];
        };
        WorkflowStepDto: {
            /** @description As the plugin’s schema says. A secret that is left out stays, also when its step was taken out and comes back with the same addresses; `null` takes it out. */
            config: {
                [key: string]: unknown;
            };
            /** @description A step that is off is never asked. */
            isEnabled: boolean;
            /** @description The key of an installed plugin; once in a workflow. */
            plugin: string;
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
    getCart: {
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
                    "application/json": components["schemas"]["CartDto"];
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
    giveUpCart: {
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
                    "application/json": components["schemas"]["CartDto"];
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
        };
    };
    addToCart: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CartDto"];
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
            /**
             * @description `offering.not_allowed`: This cannot be added to your claim.
             *
             *     `claim.already_submitted`: This claim has been submitted.
             */
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
    removeFromCart: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CartDto"];
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
            /** @description `claim.already_submitted`: This claim has been submitted. */
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
    listCartSources: {
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
                    "application/json": components["schemas"]["CartSourceDto"][];
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
    addSourceToCart: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                activityId: unknown;
                kind: string;
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
                    "application/json": components["schemas"]["AddResultDto"];
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
            /** @description `claim.already_submitted`: This claim has been submitted. */
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
    chooseTotals: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                activityId: unknown;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChooseTotalsDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CartDto"];
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
            /**
             * @description `claim.empty`: There is nothing in your claim yet.
             *
             *     `claim.already_submitted`: This claim has been submitted.
             *
             *     `claim.changed`: Your claim was changed on another device. Here is how it stands now; please look and submit again.
             *
             *     `claim.amount_too_high`: You can claim at most what the sessions add up to.
             */
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
    saveRequirementForm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                activityId: unknown;
                formKey: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveRequirementFormDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CartDto"];
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
        };
    };
    getNameSheet: {
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
                    "application/json": components["schemas"]["SheetDto"];
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
    getNameSheetPage: {
        parameters: {
            query: {
                credentials?: string;
                displayName: string;
            };
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
                    "text/html": string;
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
    previewClaim: {
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
                    "application/json": components["schemas"]["ClaimPreviewDto"];
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
            /**
             * @description `claim.empty`: There is nothing in your claim yet.
             *
             *     `claim.amount_too_high`: You can claim at most what the sessions add up to.
             */
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
    previewSheet: {
        parameters: {
            query: {
                /** @description Key of the document. */
                document: string;
                /** @description Which of its parts, from 1. */
                part?: number;
            };
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
                    "text/html": string;
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
            /** @description `not_found`: This is not here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /**
             * @description `claim.empty`: There is nothing in your claim yet.
             *
             *     `claim.amount_too_high`: You can claim at most what the sessions add up to.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description `service.busy`: Very many people are here right now. Nothing you did is lost; please try again in a moment. */
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
    listClaimReports: {
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
                    "application/json": components["schemas"]["ReportStandingDto"][];
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
    submitClaim: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 200 visible characters, chosen by the client for this submission. */
                "Idempotency-Key": string;
            };
            path: {
                activityId: unknown;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmitClaimDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubmissionDto"];
                };
            };
            /**
             * @description `request.invalid`: Something in the request is not as it should be.
             *
             *     `idempotency.key_required`: Send an Idempotency-Key header with this request.
             */
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
            /**
             * @description `idempotency.key_reused`: This Idempotency-Key was used for another request.
             *
             *     `claim.changed`: Your claim was changed on another device. Here is how it stands now; please look and submit again.
             *
             *     `claim.requirements_unmet`: Something is still needed before you can submit.
             *
             *     `claim.amount_too_high`: You can claim at most what the sessions add up to.
             *
             *     `claim.not_attested`: Please confirm that you took part before you submit.
             *
             *     `claim.empty`: There is nothing in your claim yet.
             *
             *     `claim.already_submitted`: This claim has been submitted.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description `rate.limited`: That was a lot at once. Please wait a moment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description `service.unavailable`: We cannot reach our records for a moment. Nothing you did is lost; please try again shortly. */
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
    getClaimWhy: {
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
                    "application/json": components["schemas"]["WhyDto"];
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
    listMyClaims: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before, with the same order. */
                cursor?: string;
                order?: "asc" | "desc";
                sort?: "claimedAt" | "yearEarned" | "credits";
            };
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
                    "application/json": components["schemas"]["ClaimHistoryDto"];
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
    getMyClaim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                activityId: unknown;
                claimId: string;
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
                    "application/json": components["schemas"]["ClaimDetailDto"];
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
    issueClaimDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                activityId: unknown;
                claimId: string;
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssueDocumentDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateViewDto"];
                };
            };
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateViewDto"];
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
            /** @description `document.unavailable`: This document is not available for you. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description `document.input_required`: Something is needed before this document can be made. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    getMyClaimWhy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                activityId: unknown;
                claimId: string;
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
                    "application/json": components["schemas"]["WhyDto"];
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
    listDocuments: {
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
                    "application/json": components["schemas"]["DocumentsViewDto"];
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
    issueDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                activityId: unknown;
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssueDocumentDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateViewDto"];
                };
            };
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateViewDto"];
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
            /** @description `document.unavailable`: This document is not available for you. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description `document.input_required`: Something is needed before this document can be made. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    getEarnings: {
        parameters: {
            query?: {
                creditType?: string;
            };
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
                    "application/json": components["schemas"]["EarningsDto"];
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
    selectEarnings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                activityId: unknown;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SelectEarningsDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CartDto"];
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
            /**
             * @description `offering.not_allowed`: This cannot be added to your claim.
             *
             *     `claim.amount_too_high`: You can claim at most what the sessions add up to.
             */
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
                /** @description For forms about a claim: which one of the learner’s submitted claims. */
                claimId?: string;
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
                /** @description For forms about a claim: which one of the learner’s submitted claims. */
                claimId?: string;
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
            /**
             * @description `evaluation.conflict`: These answers were changed on another device.
             *
             *     `evaluation.closed`: Your claim is closed: your answers can be read, and no longer changed.
             *
             *     `evaluation.anonymous`: This evaluation is anonymous: your answers stay on your device until you send all of them.
             */
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
    giveAnonymousEvaluation: {
        parameters: {
            query?: {
                /** @description For forms about a claim: which one of the learner’s submitted claims. */
                claimId?: string;
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
                "application/json": components["schemas"]["GiveAnonymousEvaluationDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GivenEvaluationDto"];
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
            /**
             * @description `evaluation.closed`: Your claim is closed: your answers can be read, and no longer changed.
             *
             *     `evaluation.not_anonymous`: This evaluation is saved with your name as you type.
             *
             *     `evaluation.already_given`: You have answered this evaluation on another device already. Those answers count.
             */
            409: {
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
            /** @description `evaluation.invalid`: Some answers do not fit their questions. */
            422: {
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
    listCertificates: {
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
                    "application/json": components["schemas"]["CertificateViewDto"][];
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
    getCertificate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
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
                    "application/json": components["schemas"]["CertificateViewDto"];
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
    getCertificateFile: {
        parameters: {
            query?: {
                /** @description 1 to save it rather than look at it. */
                download?: "0" | "1";
            };
            header?: never;
            path: {
                id: string;
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
                    "application/pdf": string;
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
            /** @description `certificate.not_ready`: Your certificate is still being made. */
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
    getCertificateSheet: {
        parameters: {
            query?: {
                /** @description Which of several certificates in one file, from 1. */
                part?: number;
            };
            header?: never;
            path: {
                id: string;
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
                    "text/html": string;
                };
            };
            /** @description Unchanged since the ETag in `If-None-Match`. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
            /** @description `not_found`: This is not here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description `service.busy`: Very many people are here right now. Nothing you did is lost; please try again in a moment. */
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
    receiveHook: {
        parameters: {
            query?: never;
            header?: {
                /** @description The message’s own id; the same again does nothing. */
                "webhook-id"?: string;
                /** @description `v1,` and the HMAC in base64. */
                "webhook-signature"?: string;
                /** @description Seconds since 1970, at most five minutes away. */
                "webhook-timestamp"?: string;
            };
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
            /** @description `hook.refused`: The signature of this message is not the one we expect. Nothing was taken in. */
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
            /** @description `request.too_large`: That is more than can be taken at once. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description `request.media_type`: Send this request as JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description `rate.limited`: That was a lot at once. Please wait a moment. */
            429: {
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
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePasswordDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
            /**
             * @description `password.wrong`: That is not your present password. Please try again.
             *
             *     `password.weak`: Please choose another password.
             */
            422: {
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
    resetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResetPasswordDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
            /** @description `password.link_expired`: This link has been used already or is older than an hour. Please ask for a new one. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description `password.weak`: Please choose another password. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    requestPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestPasswordResetDto"];
            };
        };
        responses: {
            /** @description If there is such a username, a mail is on its way. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
            /** @description `sign_in.failed`: We could not find these together. Please check both and try again. */
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
    finishOidcSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To where the learner was going, or to the sign-in page. */
            303: {
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
    startOidcSignIn: {
        parameters: {
            query?: {
                /** @description Without it the latest activity. */
                activityId?: string;
                /** @description Let the provider ask who it is, even of somebody it knows. */
                prompt?: "login";
                /** @description A path of the portal; anything else is ignored. */
                returnTo?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the provider. */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
            /**
             * @description `not_found`: This is not here.
             *
             *     `tenant.unknown`: There is no society at this address.
             */
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
    signInWithPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordSignInDto"];
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
            /** @description `sign_in.failed`: We could not find these together. Please check both and try again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /**
             * @description `sign_in.not_registered`: We know you, but you are not on the list for this activity. Please ask your society to register you.
             *
             *     `request.csrf`: Please reload the page and try again.
             */
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
    getEvaluationResults: {
        parameters: {
            query?: {
                /** @description `csv`: one person a line, without names. */
                format?: "json" | "csv";
                /** @description For forms about sessions: of this one alone. */
                offeringId?: string;
            };
            header?: never;
            path: {
                activityId: string;
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
                    "application/json": components["schemas"]["EvaluationResultsDto"];
                    "text/csv": string;
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
        };
    };
    listImports: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                activityId: string;
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
                    "application/json": components["schemas"]["ImportRunPageDto"];
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
        };
    };
    importProgramme: {
        parameters: {
            query: {
                /** @description Applies a file although values are lost that it does not state any more. */
                acceptLostColumns?: boolean;
                /** @description Applies a programme although more than a tenth of the sessions are gone from it. */
                acceptRemovals?: boolean;
                /** @description Credit types that sessions earn by their duration where the file states no credits; without it as the activity says. Empty: none. */
                creditTypes?: string;
                /** @description How `3/4/2026` is read; month first by default. */
                dateOrder?: "mdy" | "dmy";
                /** @description UTF-8 unless a byte-order mark says otherwise. */
                encoding?: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";
                /** @description Session types that carry no credit by duration. */
                exceptTypes?: string;
                /** @description Takes a field from another column: `<field>=<header>`, as often as needed. */
                map?: string[];
                /** @description Minutes that make one credit. */
                minutesPerCredit?: number;
                /** @description `preview` writes nothing. */
                mode: "preview" | "apply";
            };
            header?: never;
            path: {
                activityId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportReportDto"];
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
            /**
             * @description `import.loses_columns`: The file says less than the one before: values would be lost, and nothing was changed. Add the columns, or accept that they are lost.
             *
             *     `import.removes_sessions`: Many sessions are gone from the file, and nothing was changed. Import the whole programme, or accept that they go.
             */
            409: {
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
            /** @description `import.refused`: The file was refused; nothing was changed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    importRegistrants: {
        parameters: {
            query: {
                /** @description Applies a file although values are lost that it does not state any more. */
                acceptLostColumns?: boolean;
                /** @description Applies a list although badges are other people’s in it. They get the badges; claims stay with who made them. */
                acceptOtherPersons?: boolean;
                /** @description UTF-8 unless a byte-order mark says otherwise. */
                encoding?: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";
                /** @description Takes a field from another column: `<field>=<header>`, as often as needed. */
                map?: string[];
                /** @description `preview` writes nothing. */
                mode: "preview" | "apply";
            };
            header?: never;
            path: {
                activityId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportReportDto"];
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
            /**
             * @description `import.loses_columns`: The file says less than the one before: values would be lost, and nothing was changed. Add the columns, or accept that they are lost.
             *
             *     `import.gives_badges_away`: Badges are other people’s in the file, and nothing was changed. See whether rows have slipped, or accept that they are given away.
             */
            409: {
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
            /** @description `import.refused`: The file was refused; nothing was changed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    listPolls: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                activityId: string;
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
                    "application/json": components["schemas"]["PollsDto"];
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
        };
    };
    restoreActivity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                activityId: string;
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
                    "application/json": components["schemas"]["ActivityRetirementDto"];
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
            /**
             * @description `access.denied`: Your role does not allow this.
             *
             *     `request.csrf`: Please reload the page and try again.
             */
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
    retireActivity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                activityId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetireActivityDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivityRetirementDto"];
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
            /**
             * @description `access.denied`: Your role does not allow this.
             *
             *     `request.csrf`: Please reload the page and try again.
             */
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
            /** @description `activity.has_claims`: Learners have claimed at this activity already. Nothing was changed. */
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
    getWorkflow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                activityId: string;
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
                    "application/json": components["schemas"]["WorkflowDto"];
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
        };
    };
    saveWorkflow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                activityId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveWorkflowDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowDto"];
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
            /** @description `workflow.changed`: Someone else saved this workflow in the meantime. Look at it again, then repeat your change. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description `workflow.invalid`: The workflow has faults; nothing was changed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    listWorkflowRevisions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                activityId: string;
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
                    "application/json": components["schemas"]["WorkflowRevisionsDto"];
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
        };
    };
    getWorkflowRevision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                activityId: string;
                revision: number;
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
                    "application/json": components["schemas"]["WorkflowRevisionContentDto"];
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
        };
    };
    restoreWorkflowRevision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                activityId: string;
                revision: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RestoreWorkflowDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowDto"];
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
            /** @description `workflow.changed`: Someone else saved this workflow in the meantime. Look at it again, then repeat your change. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description `workflow.invalid`: The workflow has faults; nothing was changed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    simulateWorkflow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                activityId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SimulateDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SimulationDto"];
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
            /** @description `workflow.invalid`: The workflow has faults; nothing was changed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description `service.busy`: Very many people are here right now. Nothing you did is lost; please try again in a moment. */
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
    listStaffClaims: {
        parameters: {
            query?: {
                activityId?: string;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                limit?: number;
                /** @description A badge or member number, or a part of the learner’s name; case and accents do not count. */
                search?: string;
                state?: "submitted" | "certified" | "held" | "amended" | "revoked";
            };
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
                    "application/json": components["schemas"]["StaffClaimPageDto"];
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
        };
    };
    getStaffClaim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                claimId: string;
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
                    "application/json": components["schemas"]["StaffClaimDto"];
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
        };
    };
    decideDocumentsAnew: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideDocumentsDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecidedDocumentsDto"];
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
            /**
             * @description `request.csrf`: Please reload the page and try again.
             *
             *     `access.denied`: Your role does not allow this.
             */
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
            /**
             * @description `claim.not_in_force`: This claim is not in force any more.
             *
             *     `claim.still_held`: This claim stays held: a rule still fails.
             *
             *     `documents.undecided`: The documents cannot be decided anew: a rule of the workflow fails. Mend that step first.
             */
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
    reissueCertificates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimActionDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffClaimDto"];
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
            /**
             * @description `request.csrf`: Please reload the page and try again.
             *
             *     `access.denied`: Your role does not allow this.
             */
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
            /**
             * @description `claim.not_in_force`: This claim is not in force any more.
             *
             *     `certificate.same_name`: Every certificate of this claim shows the learner’s present name already.
             *
             *     `certificate.not_ready`: Your certificate is still being made.
             */
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
    releaseClaim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimActionDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffClaimDto"];
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
            /**
             * @description `request.csrf`: Please reload the page and try again.
             *
             *     `access.denied`: Your role does not allow this.
             */
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
            /**
             * @description `claim.not_in_force`: This claim is not in force any more.
             *
             *     `claim.not_held`: This claim is not held.
             *
             *     `claim.still_held`: This claim stays held: a rule still fails.
             */
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
    reopenClaim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimActionDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffClaimDto"];
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
            /**
             * @description `request.csrf`: Please reload the page and try again.
             *
             *     `access.denied`: Your role does not allow this.
             */
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
            /** @description `claim.not_in_force`: This claim is not in force any more. */
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
    revokeClaim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimActionDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffClaimDto"];
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
            /**
             * @description `request.csrf`: Please reload the page and try again.
             *
             *     `access.denied`: Your role does not allow this.
             */
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
            /** @description `claim.not_in_force`: This claim is not in force any more. */
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
    findLearners: {
        parameters: {
            query: {
                /** @description A badge or member number, or a part of the name; case and accents do not count. */
                search: string;
            };
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
                    "application/json": components["schemas"]["StaffLearnersDto"];
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
            /** @description `access.denied`: Your role does not allow this. */
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
    listStaffMails: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                limit?: number;
                state?: "queued" | "sending" | "sent" | "failed";
            };
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
                    "application/json": components["schemas"]["StaffMailPageDto"];
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
            /** @description `access.denied`: Your role does not allow this. */
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
    retryMail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                mailId: string;
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
            /**
             * @description `request.csrf`: Please reload the page and try again.
             *
             *     `access.denied`: Your role does not allow this.
             */
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
            /** @description `delivery.not_failed`: Only what was given up can be sent again; this was not, or does not count any more. */
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
    listStaffReports: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                limit?: number;
                state?: "queued" | "accepted" | "rejected" | "failed" | "withdrawn";
            };
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
                    "application/json": components["schemas"]["StaffReportPageDto"];
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
            /** @description `access.denied`: Your role does not allow this. */
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
    retryReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reportId: string;
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
            /**
             * @description `request.csrf`: Please reload the page and try again.
             *
             *     `access.denied`: Your role does not allow this.
             */
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
            /** @description `delivery.not_failed`: Only what was given up can be sent again; this was not, or does not count any more. */
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
            /** @description `sign_in.failed`: We could not find these together. Please check both and try again. */
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
    requestSupport: {
        parameters: {
            query?: never;
            header: {
                /** @description 8 to 200 visible characters, chosen by the client for this request. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SupportRequestDto"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupportReceiptDto"];
                };
            };
            /**
             * @description `request.invalid`: Something in the request is not as it should be.
             *
             *     `idempotency.key_required`: Send an Idempotency-Key header with this request.
             */
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
            /** @description `rate.limited`: That was a lot at once. Please wait a moment. */
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
    verifyCertificate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
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
                    "application/json": components["schemas"]["VerificationDto"];
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
            /** @description `rate.limited`: That was a lot at once. Please wait a moment. */
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

export type ActivityRetirement = components['schemas']['ActivityRetirementDto'];
export type AddResult = components['schemas']['AddResultDto'];
export type AnswerFault = components['schemas']['AnswerFaultDto'];
export type Cart = components['schemas']['CartDto'];
export type CartLineCredit = components['schemas']['CartLineCreditDto'];
export type CartLine = components['schemas']['CartLineDto'];
export type CartOverlap = components['schemas']['CartOverlapDto'];
export type CartSource = components['schemas']['CartSourceDto'];
export type Catalogue = components['schemas']['CatalogueDto'];
export type CertificatePart = components['schemas']['CertificatePartDto'];
export type CertificateView = components['schemas']['CertificateViewDto'];
export type ChangePassword = components['schemas']['ChangePasswordDto'];
export type ChangedField = components['schemas']['ChangedFieldDto'];
export type ChoiceCount = components['schemas']['ChoiceCountDto'];
export type Choice = components['schemas']['ChoiceDto'];
export type ChooseTotals = components['schemas']['ChooseTotalsDto'];
export type ClaimAction = components['schemas']['ClaimActionDto'];
export type ClaimActivity = components['schemas']['ClaimActivityDto'];
export type ClaimAmount = components['schemas']['ClaimAmountDto'];
export type ClaimDeadline = components['schemas']['ClaimDeadlineDto'];
export type ClaimDetail = components['schemas']['ClaimDetailDto'];
export type ClaimEvent = components['schemas']['ClaimEventDto'];
export type ClaimHistory = components['schemas']['ClaimHistoryDto'];
export type ClaimHistoryItem = components['schemas']['ClaimHistoryItemDto'];
export type ClaimLearner = components['schemas']['ClaimLearnerDto'];
export type ClaimPreview = components['schemas']['ClaimPreviewDto'];
export type ClaimReport = components['schemas']['ClaimReportDto'];
export type ClaimedCredit = components['schemas']['ClaimedCreditDto'];
export type ClaimedTopic = components['schemas']['ClaimedTopicDto'];
export type CollectFault = components['schemas']['CollectFaultDto'];
export type Collected = components['schemas']['CollectedDto'];
export type Condition = components['schemas']['ConditionDto'];
export type CreditAdjustment = components['schemas']['CreditAdjustmentDto'];
export type CreditAmount = components['schemas']['CreditAmountDto'];
export type CreditTotal = components['schemas']['CreditTotalDto'];
export type CreditTypeInfo = components['schemas']['CreditTypeInfoDto'];
export type CreditUnit = components['schemas']['CreditUnitDto'];
export type DecideDocuments = components['schemas']['DecideDocumentsDto'];
export type DecidedDocuments = components['schemas']['DecidedDocumentsDto'];
export type DocumentChange = components['schemas']['DocumentChangeDto'];
export type DocumentInput = components['schemas']['DocumentInputDto'];
export type DocumentPart = components['schemas']['DocumentPartDto'];
export type DocumentPreview = components['schemas']['DocumentPreviewDto'];
export type DocumentPromise = components['schemas']['DocumentPromiseDto'];
export type DocumentRequest = components['schemas']['DocumentRequestDto'];
export type DocumentView = components['schemas']['DocumentViewDto'];
export type DocumentsView = components['schemas']['DocumentsViewDto'];
export type EarnedCourse = components['schemas']['EarnedCourseDto'];
export type EarnedCreditType = components['schemas']['EarnedCreditTypeDto'];
export type EarnedTopic = components['schemas']['EarnedTopicDto'];
export type Earnings = components['schemas']['EarningsDto'];
export type Evaluation = components['schemas']['EvaluationDto'];
export type EvaluationResults = components['schemas']['EvaluationResultsDto'];
export type EvaluationSummary = components['schemas']['EvaluationSummaryDto'];
export type ExpiredCredit = components['schemas']['ExpiredCreditDto'];
export type ExpiringCredit = components['schemas']['ExpiringCreditDto'];
export type Fault = components['schemas']['FaultDto'];
export type ForgottenBadge = components['schemas']['ForgottenBadgeDto'];
export type FormCondition = components['schemas']['FormConditionDto'];
export type FormField = components['schemas']['FormFieldDto'];
export type FormOption = components['schemas']['FormOptionDto'];
export type FormSection = components['schemas']['FormSectionDto'];
export type GiveAnonymousEvaluation = components['schemas']['GiveAnonymousEvaluationDto'];
export type GivenEvaluation = components['schemas']['GivenEvaluationDto'];
export type ImportChange = components['schemas']['ImportChangeDto'];
export type ImportCounts = components['schemas']['ImportCountsDto'];
export type ImportFault = components['schemas']['ImportFaultDto'];
export type ImportReport = components['schemas']['ImportReportDto'];
export type ImportRun = components['schemas']['ImportRunDto'];
export type ImportRunPage = components['schemas']['ImportRunPageDto'];
export type IssueDocument = components['schemas']['IssueDocumentDto'];
export type Itinerary = components['schemas']['ItineraryDto'];
export type LeftOut = components['schemas']['LeftOutDto'];
export type ListedStep = components['schemas']['ListedStepDto'];
export type Liveness = components['schemas']['LivenessDto'];
export type LostColumn = components['schemas']['LostColumnDto'];
export type MatrixRowResult = components['schemas']['MatrixRowResultDto'];
export type OfferingCard = components['schemas']['OfferingCardDto'];
export type OfferingDetail = components['schemas']['OfferingDetailDto'];
export type OtherPerson = components['schemas']['OtherPersonDto'];
export type OtherPersons = components['schemas']['OtherPersonsDto'];
export type PasswordSignIn = components['schemas']['PasswordSignInDto'];
export type Plugin = components['schemas']['PluginDto'];
export type Poll = components['schemas']['PollDto'];
export type Polls = components['schemas']['PollsDto'];
export type Probe = components['schemas']['ProbeDto'];
export type Problem = components['schemas']['ProblemDto'];
export type Question = components['schemas']['QuestionDto'];
export type QuestionResult = components['schemas']['QuestionResultDto'];
export type Readiness = components['schemas']['ReadinessDto'];
export type Removals = components['schemas']['RemovalsDto'];
export type ReportStanding = components['schemas']['ReportStandingDto'];
export type RequestPasswordReset = components['schemas']['RequestPasswordResetDto'];
export type RequirementAction = components['schemas']['RequirementActionDto'];
export type Requirement = components['schemas']['RequirementDto'];
export type RequirementFault = components['schemas']['RequirementFaultDto'];
export type RequirementForm = components['schemas']['RequirementFormDto'];
export type ResetPassword = components['schemas']['ResetPasswordDto'];
export type RestoreWorkflow = components['schemas']['RestoreWorkflowDto'];
export type RetireActivity = components['schemas']['RetireActivityDto'];
export type SaveEvaluation = components['schemas']['SaveEvaluationDto'];
export type SaveRequirementForm = components['schemas']['SaveRequirementFormDto'];
export type SaveWorkflow = components['schemas']['SaveWorkflowDto'];
export type SavedEvaluation = components['schemas']['SavedEvaluationDto'];
export type Scale = components['schemas']['ScaleDto'];
export type SectionResult = components['schemas']['SectionResultDto'];
export type SelectEarnings = components['schemas']['SelectEarningsDto'];
export type SelectedTopic = components['schemas']['SelectedTopicDto'];
export type Sentence = components['schemas']['SentenceDto'];
export type SessionActivity = components['schemas']['SessionActivityDto'];
export type Session = components['schemas']['SessionDto'];
export type SessionLearner = components['schemas']['SessionLearnerDto'];
export type SessionRegistration = components['schemas']['SessionRegistrationDto'];
export type Sheet = components['schemas']['SheetDto'];
export type SignIn = components['schemas']['SignInDto'];
export type SignInWay = components['schemas']['SignInWayDto'];
export type Simulate = components['schemas']['SimulateDto'];
export type SimulatedChange = components['schemas']['SimulatedChangeDto'];
export type SimulatedClaim = components['schemas']['SimulatedClaimDto'];
export type SimulatedFault = components['schemas']['SimulatedFaultDto'];
export type SimulatedOutcome = components['schemas']['SimulatedOutcomeDto'];
export type SimulatedTotal = components['schemas']['SimulatedTotalDto'];
export type Simulation = components['schemas']['SimulationDto'];
export type StaffClaim = components['schemas']['StaffClaimDto'];
export type StaffClaimPage = components['schemas']['StaffClaimPageDto'];
export type StaffClaimRow = components['schemas']['StaffClaimRowDto'];
export type StaffLearner = components['schemas']['StaffLearnerDto'];
export type StaffLearners = components['schemas']['StaffLearnersDto'];
export type StaffMail = components['schemas']['StaffMailDto'];
export type StaffMailPage = components['schemas']['StaffMailPageDto'];
export type StaffRegistration = components['schemas']['StaffRegistrationDto'];
export type StaffReport = components['schemas']['StaffReportDto'];
export type StaffReportPage = components['schemas']['StaffReportPageDto'];
export type StaffSession = components['schemas']['StaffSessionDto'];
export type StaffSignIn = components['schemas']['StaffSignInDto'];
export type StoredStep = components['schemas']['StoredStepDto'];
export type Submission = components['schemas']['SubmissionDto'];
export type SubmitClaim = components['schemas']['SubmitClaimDto'];
export type SubmittedClaim = components['schemas']['SubmittedClaimDto'];
export type Successor = components['schemas']['SuccessorDto'];
export type SupportReceipt = components['schemas']['SupportReceiptDto'];
export type SupportRequest = components['schemas']['SupportRequestDto'];
export type TenantActivity = components['schemas']['TenantActivityDto'];
export type TenantLayout = components['schemas']['TenantLayoutDto'];
export type TenantSupport = components['schemas']['TenantSupportDto'];
export type TenantTheme = components['schemas']['TenantThemeDto'];
export type TenantView = components['schemas']['TenantViewDto'];
export type UpdateProfile = components['schemas']['UpdateProfileDto'];
export type Verification = components['schemas']['VerificationDto'];
export type VerifiedActivity = components['schemas']['VerifiedActivityDto'];
export type Why = components['schemas']['WhyDto'];
export type WhyEffect = components['schemas']['WhyEffectDto'];
export type WhyEntry = components['schemas']['WhyEntryDto'];
export type WordedCredit = components['schemas']['WordedCreditDto'];
export type WorkflowAuthor = components['schemas']['WorkflowAuthorDto'];
export type Workflow = components['schemas']['WorkflowDto'];
export type WorkflowRevisionContent = components['schemas']['WorkflowRevisionContentDto'];
export type WorkflowRevision = components['schemas']['WorkflowRevisionDto'];
export type WorkflowRevisions = components['schemas']['WorkflowRevisionsDto'];
export type WorkflowStep = components['schemas']['WorkflowStepDto'];
