// Generated from service.yaml by npm run openapi. Do not edit.

export interface paths {
  '/webhooks/cloudbeds/{secret}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Take in one event of the PMS
     * @description Answers once the event is on disk, and takes the same delivery twice as one. Keys are read without regard to case. Events that mean nothing to this service, and events of another property, are acknowledged and dropped.
     */
    post: operations['receiveCloudbedsEvent'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/callbacks/{provider}/{secret}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Take in what a provider's vendor found
     * @description Answers once it is on disk. The vendor's signature is checked over the bytes as they came; the same delivery twice counts once, and what means nothing to this service is acknowledged and dropped.
     */
    post: operations['receiveProviderCallback'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/healthz': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Is the process alive? */
    get: operations['getHealth'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/readyz': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Is the service able to work? */
    get: operations['getReadiness'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/metrics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Metrics in the text format of Prometheus
     * @description Counts and durations only. Keep it inside your network all the same.
     */
    get: operations['getMetrics'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/openapi.json': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** This document */
    get: operations['getOpenApiDocument'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/session': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Whether a session came along
     * @description For a page that begins, to which nobody being signed in is no error.
     */
    get: operations['findSession'];
    put?: never;
    /**
     * Sign in, with a password or the admin token
     * @description Answers with a session cookie that scripts cannot read. After several failures an account, and an address, has to wait (`sign_in_locked`), longer each time; whether an account exists makes no difference to any answer.
     */
    post: operations['signIn'];
    /**
     * End this session
     * @description Where there is none, nothing happens.
     */
    delete: operations['signOut'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/session/second-factor': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Give the code of the authenticator, or a recovery code, and be signed in
     * @description With the cookie that the password was answered with. A code counts once.
     */
    post: operations['giveSecondFactor'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/session/ways': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How somebody can sign in here */
    get: operations['listSignInWays'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/session/link': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Set a password with an invitation or a reset link, and be signed in
     * @description A link counts once. A second factor that is set up is asked for next.
     */
    post: operations['useSignInLink'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/session/forgotten-password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Have a link sent that sets a new password
     * @description The answer is the same whether there is such an account or not. Nothing is sent where `GET /api/v1/session/ways` says that there is no mail.
     */
    post: operations['askForPasswordReset'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/session/oidc': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Go to the identity provider
     * @description For browsers, as a link.
     */
    get: operations['startOidcSignIn'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/session/oidc/callback': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Come back from the identity provider
     * @description Answers with a session cookie and leads to the page; where it failed, to the page with why in the fragment, e.g. `/#/sign-in?problem=oidc_refused`.
     */
    get: operations['finishOidcSignIn'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who asks, and what they may */
    get: operations['getMe'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Change one's name or language */
    patch: operations['changeMe'];
    trace?: never;
  };
  '/api/v1/me/password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Change one's password
     * @description All other sessions end.
     */
    post: operations['changeMyPassword'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me/second-factor': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Begin to set up an authenticator
     * @description It is asked for once its first code has been given. Beginning again makes another secret.
     */
    post: operations['beginSecondFactor'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me/second-factor/confirmation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Finish setting up an authenticator with its first code */
    post: operations['confirmSecondFactor'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me/second-factor/removal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Do without the authenticator */
    post: operations['removeMySecondFactor'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me/sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Where one is signed in */
    get: operations['listMySessions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me/sessions/{sessionId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** End one of one's sessions */
    delete: operations['endMySession'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/users': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Those who work here, newest first
     * @description An admin of single properties sees those whose roles all are at these properties.
     */
    get: operations['listUsers'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/users/{userId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One user */
    get: operations['getUser'];
    put?: never;
    post?: never;
    /**
     * Remove a user
     * @description The name stays in timelines and in the audit log.
     */
    delete: operations['removeUser'];
    options?: never;
    head?: never;
    /**
     * Change a user's name, roles or standing
     * @description Less takes effect at once: a disabled user's sessions end. Nobody changes their own roles or standing (`own_account`).
     */
    patch: operations['changeUser'];
    trace?: never;
  };
  '/api/v1/users/{userId}/link': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Make a new link with which a user sets a password
     * @description Earlier links of the user end. It is shown to the admin, who hands it on; `isMailed` says where it was mailed instead.
     */
    post: operations['makeSignInLink'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/users/{userId}/sign-out': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** End all sessions of a user */
    post: operations['signUserOut'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/users/{userId}/second-factor': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Take away a user's authenticator, e.g. because the phone is lost */
    delete: operations['removeSecondFactor'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/users/{userId}/unlock': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Let a user try to sign in again at once, after too many tries in vain
     * @description Where nothing is locked, nothing happens.
     */
    post: operations['unlockUser'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/invitations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Invite somebody to work here
     * @description The link counts once, within seven days. It is shown to the admin, who hands it on; `isMailed` says where it was mailed instead.
     */
    post: operations['inviteUser'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tokens': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The tokens of machines, newest first
     * @description An admin of single properties sees those that open these properties alone.
     */
    get: operations['listTokens'];
    put?: never;
    /** Make a token for a machine */
    post: operations['createToken'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tokens/{tokenId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Revoke a token */
    delete: operations['revokeToken'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/audit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who changed what, newest first
     * @description Every change that a person or a machine made over this API, every export, every sign-in and every failed one. Entries are never changed. They name operations and IDs, and no guest. An admin of single properties sees theirs.
     */
    get: operations['listAudit'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/audit.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The same, for a spreadsheet
     * @description CSV (RFC 4180), newest first, with a header. Text that a spreadsheet would run as a formula stands behind an apostrophe. An export that breaks off ends the connection before its end. Each leaves an entry in the audit log.
     */
    get: operations['exportAudit'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** This document as a page to read */
    get: operations['getReference'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/properties': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The connected properties */
    get: operations['listProperties'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/properties/{propertyId}/sync': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How far a property is followed
     * @description What the PMS rang about, what was looked for, and what was found that nobody had announced; see docs/syncing.md. A gap is no loss: it was found.
     */
    get: operations['getSyncState'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/properties/{propertyId}/live': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What happens at a property, as it happens
     * @description Server-sent events that go on until the caller leaves. `timeline` is one entry of a guest's timeline, with ids alone:
     *     read the screening for what it says now. `alive` comes every 15 seconds. Who comes back names the last event that it
     *     saw and misses nothing; who names none begins now. Where too much has happened meanwhile `missed` comes instead of it:
     *     read everything anew.
     *
     *     | field of the data | is |
     *     | --- | --- |
     *     | `screeningId`, `reservationId`, `guestId` | whom it is about |
     *     | `event`, `at` | as in the timeline |
     */
    get: operations['followProperty'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/properties/{propertyId}/screenings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The newest state of each guest of a property
     * @description In the order of arrival. All filters narrow.
     */
    get: operations['listScreenings'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/properties/{propertyId}/screenings.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The newest state of each guest of a property, for a spreadsheet
     * @description CSV (RFC 4180) in the order of arrival, with a header; by days of arrival it is the list of arrivals. Text that a spreadsheet would run as a formula stands behind an apostrophe. The desk gets no reasons. An export that breaks off ends the connection before its end. Each leaves an entry in the audit log.
     */
    get: operations['exportScreenings'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/screenings/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One screening with everything that is known of it */
    get: operations['getScreening'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/screenings/{id}/decision': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Approve or decline a guest
     * @description A person's decision stands over every outcome, and the PMS is told. Deciding again replaces the decision. A screening that was stopped cannot be decided (`decision_conflict`), nor one that a newer one has replaced, because the guest has changed or is screened again (`version_conflict`).
     */
    post: operations['decideScreening'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/screenings/{id}/withdraw-verification': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Take back that a guest is verified
     * @description Answers that stood for this person are asked anew, and every booking warns from now on, in the words that are given here, until a person approves the guest again. Stays in house and to come are screened again, this one included.
     */
    post: operations['withdrawVerification'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/screenings/{id}/rescreen': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Screen the same guest again, as the data is now */
    post: operations['rescreen'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/screenings/{id}/form': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The form of a screening's guest, with what was collected, what became of it, and its link */
    get: operations['getForm'];
    put?: never;
    /**
     * Ask the guest by form, for these topics besides what is asked anyway
     * @description Opens a form that is closed or was sent off already; who has answered is asked anew.
     */
    post: operations['askGuest'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/screenings/{id}/form/qr': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The form's link as a QR code, while it is open
     * @description Not for tokens that may only read.
     */
    get: operations['getFormQr'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/screenings/{id}/form/withdraw': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Withdraw the link; it leads nowhere from now on
     * @description The screening does not wait for the guest any longer. Asking again makes another link.
     */
    post: operations['withdrawForm'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/screenings/{id}/form/desk-link': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A link by which staff complete the form together with the guest
     * @description For four hours. What comes by it is recorded with the name of whoever asked for the link.
     */
    post: operations['completeFormAtDesk'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/screenings/{id}/form/retry': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Tell the PMS again what it refused, companions included */
    post: operations['retryForm'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/screenings/{id}/form/mail': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Mail the open form's link to the guest, once more or for the first time
     * @description Ten minutes after the mail before at the earliest, and three times in a day; sooner than that answers 429.
     */
    post: operations['mailForm'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/screenings/{id}/form/attend': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Say that a person has looked at what the guest asked for
     * @description Where the guest has asked for something since `newestSeenAt`, nothing is settled (`version_conflict`).
     */
    post: operations['attendGuestRequest'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/properties/{propertyId}/guest-requests': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Guests who object or ask for a person, those who have waited longest first */
    get: operations['listGuestRequests'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/properties/{propertyId}/house-list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The people on the property's house list, newest first
     * @description Proposals, and entries that were rejected or have ended, are among them; only active ones speak of guests.
     */
    get: operations['listHouseList'];
    put?: never;
    /**
     * Ban or trust a person
     * @description At least one name, e-mail address, phone or document number is needed. Guests whom the entry could mean are looked at again. A ban needs two people (`second_person_needed`): propose it, and another approves it. Only with ADMIN_TOKEN, as which the hotel's own systems speak, a ban counts at once.
     */
    post: operations['addHouseListEntry'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/properties/{propertyId}/house-list/proposals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Propose to ban or trust a person
     * @description Nobody is screened by it until another person approves it. At least one name, e-mail address, phone or document number is needed.
     */
    post: operations['proposeHouseListEntry'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/properties/{propertyId}/house-list/{entryId}/approval': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Approve what another person proposed
     * @description It counts from now on, and guests whom it could mean are looked at again. Whoever proposed it cannot approve it, and a machine's token cannot either (`second_person_needed`).
     */
    post: operations['approveHouseListEntry'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/properties/{propertyId}/house-list/{entryId}/rejection': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Turn a proposal down
     * @description By a manager, or by whoever proposed it, who takes it back so.
     */
    post: operations['rejectHouseListEntry'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/properties/{propertyId}/house-list/{entryId}/end': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * End an entry that counts
     * @description It speaks of nobody any more, and stays readable with what people did; deleting it erases it. Guests of whom the house list had something to say are looked at again.
     */
    post: operations['endHouseListEntry'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/properties/{propertyId}/house-list/{entryId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One entry of the house list */
    get: operations['getHouseListEntry'];
    put?: never;
    post?: never;
    /** Erase an entry of the house list, in whatever state */
    delete: operations['removeHouseListEntry'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/connect/cloudbeds': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Go to the PMS to let our app in
     * @description For browsers, as a link, and as the address that the vendor's marketplace sends people to. Needs a session; leads to the authorize page of the PMS, or, where that cannot be, to the page with why in the fragment, e.g. `/#/-/connections?problem=connect_unavailable`.
     */
    get: operations['startConnecting'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/connect/cloudbeds/callback': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Come back from the PMS
     * @description Counts once, within ten minutes, in the session that began it. Leads to the page, with the connection in the fragment, or where it failed with why: `/#/-/connections?connected={connectionId}`. What the PMS gave is kept when this answers; the properties that it opens appear soon after.
     */
    get: operations['finishConnecting'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/connections': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How properties stand with the PMS
     * @description Those at which whoever asks is an admin, by ID.
     */
    get: operations['listConnections'];
    put?: never;
    /**
     * Connect the properties that a key opens
     * @description The key is tried at the PMS before it is kept, sealed; nobody is shown it again. Properties that another key opened belong to this one from now on.
     */
    post: operations['connectByKey'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/properties/{propertyId}/connection': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How a property stands with the PMS */
    get: operations['getConnection'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/properties/{propertyId}/connection/reconnect': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Try at once whether the property can be connected again
     * @description Asks the PMS with what there is. Where it answers, subscriptions are made anew and everything is caught up on that changed meanwhile. Of a connected property it makes sure that nothing is missing in the PMS.
     */
    post: operations['reconnectProperty'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/properties/{propertyId}/connection/disconnect': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ask nothing more of the PMS for a property
     * @description From this answer on nothing is read or written for it; our subscriptions are taken back. All that is known of its guests stays.
     */
    post: operations['disconnectProperty'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/properties/{propertyId}/connection/rotate-secret': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Give the property another address for its events
     * @description For when the old one may be known to somebody. The PMS is subscribed to the new address before the old subscriptions go, and what it sends to the old one until ten minutes later is taken in: no event is lost.
     */
    post: operations['rotateWebhookSecret'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/properties/{propertyId}/policy': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What a property's guests are judged by */
    get: operations['getPolicy'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/properties/{propertyId}/policy/replay': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * What would another policy have concluded?
     * @description Runs a policy over what was found in the last days, and tells what would differ. Nothing is written and nobody is asked: findings of providers that the policy would not ask are left out, and what those that it would ask besides would have said is not known. The newest state of each guest on each reservation counts, where it is finished. The figures are about all of them; the cases come in pages.
     */
    post: operations['replayPolicy'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/screenings/{id}/not-the-same-person': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Say that a guest is not the person on a list
     * @description Holds for the guest's names, birth date and document as they are, and for the entry as it is: when either changes, or the day has passed, the match is back. The guest is screened again.
     */
    post: operations['dismissMatch'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/screenings/{id}/not-the-same-person/{listId}/{entryId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Take it back that a guest is not the person on a list
     * @description The guest is screened again.
     */
    delete: operations['withdrawDismissal'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/watchlists': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Every list, and how current it is */
    get: operations['listWatchlists'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/watchlists/search': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Look for a person on the lists
     * @description Nothing of the question is kept.
     */
    post: operations['searchWatchlists'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/watchlists/{listId}/refresh': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Look for a new edition of a list now */
    post: operations['refreshWatchlist'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/properties/{propertyId}/watchlists/own': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Give a property's own list
     * @description In place of the one before. If a single cell cannot be understood nothing of it is used, and up to 100 problems are told by row and column. Guests whom a change can touch are screened again.
     */
    post: operations['saveOwnWatchlist'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/properties/{propertyId}/profiles': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The people that a property knows, one card each
     * @description Of the property, or of the whole group where the configuration lets properties share profiles. The people that staff wrote down come first, then those of the PMS by their newest booking; without a search, the newest cards first. A search finds as it does for screenings.
     */
    get: operations['listProfiles'];
    put?: never;
    /**
     * Write down a person who has no booking
     * @description A walk-in, or somebody to be warned of. A later booking of the same person joins the card where the rules of docs/profiles.md say so; otherwise the two are suggested as duplicates.
     */
    post: operations['createProfile'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/properties/{propertyId}/profiles/by-guest/{guestId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The card of a guest of the PMS */
    get: operations['getProfileOfGuest'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/properties/{propertyId}/profiles/{profileId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One card with everything that is known of the person
     * @description The card of a profile that was merged is that of the one it was merged into.
     */
    get: operations['getProfile'];
    put?: never;
    post?: never;
    /**
     * Erase the card of somebody who never booked
     * @description With everything that was written on it, and with the cards that were merged into it. Refused with `profile_has_guests` where a guest of the PMS is or was on it, and with `profile_changed` where somebody changed the card since `version`.
     */
    delete: operations['eraseProfile'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/properties/{propertyId}/profiles/{profileId}/person': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Change what staff wrote down of a person
     * @description Replaces the whole of it; what the PMS says stays as it is beside it. Refused with `profile_changed` where somebody changed the card since `version`.
     */
    post: operations['editProfilePerson'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/properties/{propertyId}/profiles/{profileId}/notes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Write a note about a person, or a warning
     * @description While a warning stands the person counts as not verified: answers that stood for the person are asked anew, and every booking warns in these words. Stays in house and to come are screened again.
     */
    post: operations['addProfileNote'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/properties/{propertyId}/profiles/{profileId}/notes/{noteId}/withdraw': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Take back a note, or lift a warning
     * @description It stays on the card as taken back, with why. Stays in house and to come are screened again for a warning.
     */
    post: operations['withdrawProfileNote'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/properties/{propertyId}/profiles/{profileId}/links': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Say that two people belong together */
    post: operations['linkProfiles'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/properties/{propertyId}/profiles/{profileId}/links/{linkId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Take back that two people belong together */
    delete: operations['unlinkProfiles'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/properties/{propertyId}/profiles/{profileId}/suggestions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who else this may be, and who belongs to this person
     * @description Likely duplicates with their reasons, best first; the points of the reasons add up to the score. Nothing is merged until a person says so, and what was said to be somebody else is not suggested again.
     */
    get: operations['listProfileSuggestions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/properties/{propertyId}/profile-duplicates': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Cards of a property that may be of the same person
     * @description Pairs with their reasons. A page may hold fewer than asked for, or none, before the last one.
     */
    get: operations['listProfileDuplicates'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/properties/{propertyId}/profiles/{profileId}/merge': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Say that another card is of the same person
     * @description The other card goes into this one, and can be taken out again as it was. From then on the known guest's lane follows all guest IDs of the card. Refused with `profile_changed` where either card was changed or merged since its version.
     */
    post: operations['mergeProfiles'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/properties/{propertyId}/profiles/{profileId}/merges/{mergeId}/undo': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Take a merged card out again
     * @description With everything that was on it and what came to it since; what was written on this card meanwhile stays here. Refused with `profile_changed` where it was undone already, or the card was changed since `version`.
     */
    post: operations['undoProfileMerge'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/properties/{propertyId}/profiles/{profileId}/split': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Take a guest of the PMS off a card that is somebody else's
     * @description The guest gets a card of its own, which is answered, and is not suggested as a duplicate again.
     */
    post: operations['splitProfile'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/properties/{propertyId}/profiles/{profileId}/not-same': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Say that two cards are of different people
     * @description They are not suggested as duplicates again. Saying so twice is the same as once.
     */
    post: operations['tellProfilesApart'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/statistics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Figures of one property or several, over a time
     * @description A stay counts once, with its newest state, in the month and on the day in which it was first concluded. Guests who were forgotten stay counted, as numbers only. Shares come with the counts that they are made of, and are null where there is nothing to divide by. Figures may be a minute old.
     */
    get: operations['getStatistics'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/statistics/disparity': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Whether the rules treat guests of some countries or scripts of names otherwise
     * @description Rates with their counts and 95 % confidence intervals (Wilson), by country and by the script of the name, in whole months. Groups of fewer than 20 stays are not shown; they are counted together. Nothing of single people is in it.
     */
    get: operations['getDisparityReport'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/properties/{propertyId}/screening-health': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How providers, budgets and lists of a property are doing */
    get: operations['getScreeningHealth'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/jobs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How much work there is, and how late it is */
    get: operations['getJobFigures'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/diagnostics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What works and what does not, with what to do
     * @description Looks at key, subscriptions, guest fields, clock, database, disk, queue, lists, mail and the way from outside, and asks the PMS a handful of questions for each property. It names no guest and no secret. `npm run doctor` shows the same.
     */
    get: operations['getDiagnostics'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/alerts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What the service cannot mend alone, newest first
     * @description Open ones, or with those that are over. A manager of single properties sees theirs; what concerns the whole service is for whoever manages all of it. What each kind means and what to do about it is in docs/operating.md.
     */
    get: operations['listAlerts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/alerts/{id}/acknowledgement': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Say that one takes care of an alert
     * @description It stays open until its cause is gone. Whoever says so first is named.
     */
    post: operations['acknowledgeAlert'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/jobs/buried': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Jobs that were given up, with why */
    get: operations['listBuriedJobs'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/jobs/{id}/replay': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Try a buried job again, its failures forgotten */
    post: operations['replayJob'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/properties/{propertyId}/arrivals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who arrives, reservation by reservation
     * @description By day of arrival; within a day the reservations whose guests need somebody most come first, and so do the guests of each. Stays that are off are not among them. Without days it is those of today and tomorrow, in the property's own calendar.
     */
    get: operations['listArrivals'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/properties/{propertyId}/reviews': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Guests about whom somebody has to decide
     * @description Flagged, for review, or with a check that failed, without a decision yet, and not left; soonest arrival first.
     */
    get: operations['listReviews'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/screenings/{id}/notes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Write something down about the guest
     * @description For staff alone and for all stays of the guest; the PMS is not told.
     */
    post: operations['addGuestNote'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/screenings/{id}/notes/{noteId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Remove a note */
    delete: operations['removeGuestNote'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/properties/{propertyId}/reviewers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who can look after a review here */
    get: operations['listReviewers'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/screenings/{id}/assignment': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Have somebody look after the review
     * @description Whoever looked after it before does so no more. It holds for the stay, whatever is screened again.
     */
    put: operations['assignScreening'];
    post?: never;
    /** Have nobody look after it */
    delete: operations['unassignScreening'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    Problem: {
      /** @description A name for this kind of problem */
      type: string;
      /** @description The same in words */
      title: string;
      status: number;
      /** @description What to branch on */
      code: string;
      /** @description What it means and what can be done */
      detail: string;
      /** @description With `request_invalid`, each thing that is wrong. */
      errors?: {
        /** @description JSON pointer into the body or the query, e.g. `/cursor`; empty for the whole */
        path: string;
        message: string;
      }[];
    };
    EmailAddress: string;
    /** @description A new one has at least 12 characters, is none of the common ones, and does not hold the user's name or address. */
    GivenPassword: string;
    PasswordAgain: {
      password: components['schemas']['GivenPassword'];
    };
    PersonName: string;
    /** @description ISO 639-1 */
    LanguageTag: string;
    /**
     * @description Least first; docs/access.md says what each may.
     * @enum {string}
     */
    Role: 'desk' | 'reviewer' | 'manager' | 'admin';
    Grant: {
      /** @description `*` is every property, those to come included */
      propertyId: string;
      role: components['schemas']['Role'];
    };
    /** @description At most one for each property. */
    Grants: components['schemas']['Grant'][];
    /**
     * @example {
     *       "kind": "user",
     *       "id": "0d9c7f0a-3a51-44f0-8f1b-2a9d5b1c7e10",
     *       "name": "Ana Reis",
     *       "email": "ana@example.com",
     *       "language": "pt",
     *       "grants": [
     *         {
     *           "propertyId": "12345",
     *           "role": "reviewer"
     *         }
     *       ],
     *       "hasPassword": true,
     *       "hasSecondFactor": false,
     *       "wantsAlertMails": false
     *     }
     */
    Me: {
      /** @enum {string} */
      kind: 'user' | 'token' | 'admin_token';
      id: string;
      name: string;
      /** @description Null for what is no user */
      email: string | null;
      language: string | null;
      grants: components['schemas']['Grants'];
      hasPassword: boolean;
      hasSecondFactor: boolean;
      wantsAlertMails: boolean;
    };
    /**
     * @example {
     *       "at": "2026-11-23T09:15:00.000Z",
     *       "state": "problem",
     *       "checks": [
     *         {
     *           "check": "pms_key",
     *           "propertyId": "12345",
     *           "state": "problem",
     *           "says": "the PMS does not take our key",
     *           "advice": "The key is wrong, was withdrawn, or not used for 30 days. Make a new one in the PMS and set it."
     *         }
     *       ]
     *     }
     */
    Diagnosis: {
      /** Format: date-time */
      at: string;
      /**
       * @description The worst of all checks
       * @enum {string}
       */
      state: 'ok' | 'warning' | 'problem';
      checks: {
        /** @description Stable, e.g. `pms_key` */
        check: string;
        /** @description Null where it concerns the whole service */
        propertyId: string | null;
        /** @enum {string} */
        state: 'ok' | 'warning' | 'problem';
        /** @description How it stands, in English */
        says: string;
        /** @description What to do; null where nothing is to be done */
        advice: string | null;
      }[];
    };
    /**
     * @example {
     *       "id": "5b1c7e10-3a51-44f0-8f1b-2a9d0d9c7f0a",
     *       "kind": "provider_down",
     *       "propertyId": "12345",
     *       "about": "yente",
     *       "facts": {
     *         "asked": 7,
     *         "unavailable": 7
     *       },
     *       "openedAt": "2026-11-23T09:15:00.000Z",
     *       "lastSeenAt": "2026-11-23T09:40:00.000Z",
     *       "settledAt": null,
     *       "acknowledged": null
     *     }
     */
    Alert: {
      id: string;
      /** @enum {string} */
      kind:
        | 'property_disconnected'
        | 'silence'
        | 'jobs_buried'
        | 'provider_down'
        | 'list_too_old'
        | 'configuration_refused'
        | 'match_before_arrival';
      /** @description Null where it concerns the whole service */
      propertyId: string | null;
      /** @description The cause within its kind, as an ID; empty where there is but one. Of one cause at most one is open. */
      about: string;
      /** @description IDs, counts and instants of the cause, as last seen. */
      facts: {
        [key: string]: string | number;
      };
      /** Format: date-time */
      openedAt: string;
      /** Format: date-time */
      lastSeenAt: string;
      /**
       * Format: date-time
       * @description Null while it is open
       */
      settledAt: string | null;
      /** @description Null until somebody takes care of it */
      acknowledged: {
        /** Format: date-time */
        at: string;
        by: string;
      } | null;
    };
    Session: {
      id: string;
      /** Format: date-time */
      startedAt: string;
      /** Format: date-time */
      lastSeenAt: string;
      /** Format: date-time */
      expiresAt: string;
      userAgent: string | null;
      isThisOne: boolean;
    };
    User: {
      id: string;
      email: string;
      name: string;
      /** @enum {string} */
      state: 'invited' | 'active' | 'disabled';
      grants: components['schemas']['Grants'];
      language: string | null;
      hasSecondFactor: boolean;
      /**
       * @description With `oidc`, roles come from the identity provider
       * @enum {string}
       */
      signsInBy: 'password' | 'oidc';
      /** Format: date-time */
      createdAt: string;
      createdBy: string;
      /** Format: date-time */
      lastSignedInAt: string | null;
      /**
       * Format: date-time
       * @description Until when nobody may try to sign in as them, after too many tries in vain; null where they may.
       */
      lockedUntil: string | null;
    };
    SignInLink: {
      /** @description Null where it was mailed instead */
      url: string | null;
      isMailed: boolean;
      /** Format: date-time */
      expiresAt: string;
    };
    /**
     * @description `outcomes` reads what the desk sees · `read` reads what reviewers see · `decide` may what reviewers may · `manage` what managers may · `administer` what admins may.
     * @enum {string}
     */
    TokenScope: 'outcomes' | 'read' | 'decide' | 'manage' | 'administer';
    /** @description `*` is every property, those to come included. */
    TokenProperties: string[];
    ApiToken: {
      id: string;
      name: string;
      scope: components['schemas']['TokenScope'];
      propertyIds: components['schemas']['TokenProperties'];
      /** Format: date-time */
      expiresAt: string;
      /** Format: date-time */
      createdAt: string;
      createdBy: string;
      /**
       * Format: date-time
       * @description To the minute
       */
      lastUsedAt: string | null;
    };
    AuditEntry: {
      id: string;
      /** Format: date-time */
      at: string;
      /**
       * @description The operation, or `signedIn`, `signInFailed`, `signInLocked`.
       * @example decideScreening
       * @example inviteUser
       * @example signedIn
       */
      action: string;
      /** @enum {string} */
      actorKind: 'user' | 'token' | 'admin_token' | 'anybody';
      actorId: string;
      actorName: string;
      propertyId: string | null;
      /** @description What it was done to: a screening, a user, an entry */
      objectId: string | null;
      /** @description With sign-ins, from where */
      address: string | null;
    };
    Readiness: {
      /** @enum {string} */
      status: 'ready' | 'not_ready';
      /** @enum {string} */
      database: 'ok' | 'failed';
      /** @enum {string} */
      migrations: 'done' | 'pending';
      isStopping: boolean;
    };
    /** @description Null on the last page. */
    NextCursor: string | null;
    /**
     * @example {
     *       "propertyId": "12345",
     *       "propertyName": "Hotel Miramar",
     *       "connectionId": "environment",
     *       "kind": "key",
     *       "state": "connected",
     *       "reason": null,
     *       "since": "2026-11-23T09:15:00.000Z",
     *       "advice": "nothing",
     *       "nextProbeAt": null,
     *       "usableUntil": null,
     *       "apiUrl": "https://api.cloudbeds.com/api/v1.3",
     *       "isAddressChanging": false,
     *       "sync": {
     *         "standing": "up_to_date",
     *         "lastEventAt": "2026-11-23T09:14:58.000Z",
     *         "lastSyncAt": "2026-11-23T09:15:01.000Z",
     *         "syncedThrough": "2026-11-23T09:15:00.000Z",
     *         "oldestUnsyncedAt": null,
     *         "silentSince": null,
     *         "lastSweepAt": "2026-11-23T03:41:07.000Z",
     *         "gaps": {
     *           "bySync": {
     *             "count": 2,
     *             "lastAt": "2026-11-19T22:02:11.000Z"
     *           },
     *           "bySweep": {
     *             "count": 0,
     *             "lastAt": null
     *           }
     *         },
     *         "troubles": []
     *       }
     *     }
     */
    Connection: {
      propertyId: string;
      propertyName: string;
      /** @description Properties that one credential opens have the same; `environment` is CLOUDBEDS_API_KEY */
      connectionId: string;
      /**
       * @description A property's own key, or what the PMS gave to a technology partner's app
       * @enum {string}
       */
      kind: 'key' | 'delivered_key' | 'oauth';
      /**
       * @description `connecting`: events and fields are being set up; disconnected: nothing is asked of the PMS
       * @enum {string}
       */
      state: 'connecting' | 'connected' | 'disconnected';
      /**
       * @description Why it is disconnected: the hotel disconnected the app · the PMS does not take the key · CLOUDBEDS_API_KEY is set no more · somebody disconnected it here
       * @enum {string|null}
       */
      reason: 'app_disabled' | 'key_refused' | 'key_withdrawn' | 'ended_here' | null;
      /** Format: date-time */
      since: string;
      /**
       * @description What somebody should do
       * @enum {string}
       */
      advice: 'nothing' | 'wait' | 'give_key' | 'authorize' | 'enable_app' | 'reconnect';
      /**
       * Format: date-time
       * @description When a refused key is tried again by itself
       */
      nextProbeAt: string | null;
      /**
       * Format: date-time
       * @description Set where nobody knows whether the tokens can be refreshed; connect anew before
       */
      usableUntil: string | null;
      /** @description Where the property lives */
      apiUrl: string;
      /** @description Its events may still come to a former address */
      isAddressChanging: boolean;
      sync: components['schemas']['SyncState'];
    };
    /**
     * @example {
     *       "id": "12345",
     *       "name": "Hotel Miramar",
     *       "timeZone": "Europe/Lisbon",
     *       "today": "2026-11-23",
     *       "syncedThrough": "2026-11-23T09:15:00.000Z",
     *       "lastSyncStartedAt": "2026-11-23T09:15:00.000Z",
     *       "lastEventAt": "2026-11-23T09:14:58.000Z",
     *       "tonight": {
     *         "guests": 14,
     *         "cleared": 11,
     *         "needPerson": 2,
     *         "underWay": 1
     *       }
     *     }
     */
    Property: {
      /** @description The property's ID in the PMS */
      id: string;
      name: string;
      /** @description IANA name, e.g. Europe/Lisbon */
      timeZone: string;
      /**
       * Format: date
       * @description The day there
       */
      today: string;
      /**
       * Format: date-time
       * @description Every change before this instant has been seen; null until the first sync is done.
       */
      syncedThrough: string | null;
      /** Format: date-time */
      lastSyncStartedAt: string | null;
      /**
       * Format: date-time
       * @description When the PMS last rang, to within ten seconds.
       */
      lastEventAt: string | null;
      /** @description Those who arrive today. Cancelled stays are not among them. */
      tonight: {
        guests: number;
        /** @description Clear, or approved by a person */
        cleared: number;
        /** @description Somebody has to look or to act */
        needPerson: number;
        /** @description Checks are running or the guest has to add something */
        underWay: number;
      };
    };
    /**
     * @example {
     *       "standing": "up_to_date",
     *       "lastEventAt": "2026-11-23T09:14:58.000Z",
     *       "lastSyncAt": "2026-11-23T09:15:01.000Z",
     *       "syncedThrough": "2026-11-23T09:15:00.000Z",
     *       "oldestUnsyncedAt": null,
     *       "silentSince": null,
     *       "lastSweepAt": "2026-11-23T03:41:07.000Z",
     *       "gaps": {
     *         "bySync": {
     *           "count": 2,
     *           "lastAt": "2026-11-19T22:02:11.000Z"
     *         },
     *         "bySweep": {
     *           "count": 0,
     *           "lastAt": null
     *         }
     *       },
     *       "troubles": []
     *     }
     */
    SyncState: {
      standing: components['schemas']['SyncStanding'];
      /**
       * Format: date-time
       * @description When the PMS last rang, to within ten seconds.
       */
      lastEventAt: string | null;
      /**
       * Format: date-time
       * @description When the last sync was done
       */
      lastSyncAt: string | null;
      /**
       * Format: date-time
       * @description Every change before it has been seen
       */
      syncedThrough: string | null;
      /**
       * Format: date-time
       * @description The first event that no sync has followed yet; null where all have been.
       */
      oldestUnsyncedAt: string | null;
      /**
       * Format: date-time
       * @description Since when it has been quiet for longer than it usually is at this time of the day.
       */
      silentSince: string | null;
      /**
       * Format: date-time
       * @description When every stay to come was last read, changed or not.
       */
      lastSweepAt: string | null;
      /** @description Changes that no event had announced, ten minutes after they were found. */
      gaps: {
        bySync: components['schemas']['GapCount'];
        bySweep: components['schemas']['GapCount'];
      };
      /** @description What keeps the PMS from showing what it should, the oldest first. The hotel is told of each once. */
      troubles: components['schemas']['PmsTrouble'][];
    };
    /**
     * @example {
     *       "cause": "field_missing",
     *       "about": "screening_status",
     *       "openedAt": "2026-11-23T09:15:00.000Z",
     *       "lastSeenAt": "2026-11-23T10:02:11.000Z",
     *       "toldAt": "2026-11-23T09:15:02.000Z"
     *     }
     */
    PmsTrouble: {
      /** @enum {string} */
      cause: 'field_missing' | 'field_short' | 'field_contested' | 'write_refused' | 'form_refused';
      /**
       * @description A field's shortcode, or why the PMS refused
       * @example screening_status
       */
      about: string;
      /** Format: date-time */
      openedAt: string;
      /** Format: date-time */
      lastSeenAt: string;
      /**
       * Format: date-time
       * @description When the PMS's error list was told
       */
      toldAt: string | null;
    };
    /**
     * @description `not_yet`: the first sync is still to come · `behind`: an event has waited for longer than ten minutes, or no sync was done for longer than half an hour · `silent`: no event for suspiciously long · else `up_to_date`.
     * @enum {string}
     */
    SyncStanding: 'not_yet' | 'up_to_date' | 'behind' | 'silent';
    GapCount: {
      /** @description Since the property was connected */
      count: number;
      /** Format: date-time */
      lastAt: string | null;
    };
    /**
     * @description `failed`: a required check could not be asked. `stopped`: the stay was cancelled or ended while the screening was open.
     * @enum {string}
     */
    ScreeningStatus: 'in_progress' | 'waiting_for_guest' | 'completed' | 'failed' | 'stopped';
    /**
     * @description What the policy concludes from the findings.
     * @enum {string}
     */
    Outcome: 'clear' | 'review' | 'flagged';
    /**
     * @description What counts, and what the PMS shows – a person's decision, or else what the policy concludes.
     * @enum {string}
     */
    ShownOutcome: 'clear' | 'review' | 'flagged' | 'approved' | 'declined';
    /** @description Why, in a person's words. Not blank. */
    GivenReason: string;
    Reason: {
      /** @description Stable and impersonal */
      code: string;
      /** @description For staff, in plain English */
      text: string;
    };
    Finding: {
      /** @example house-list */
      provider: string;
      /** @example House list */
      label: string;
      /** @enum {string} */
      result: 'clear' | 'match' | 'incomplete' | 'pending' | 'unavailable';
      /**
       * @description How sure a match is.
       * @enum {string}
       */
      strength?: 'possible' | 'likely' | 'strong';
      reasons: components['schemas']['Reason'][];
      /** @description With `incomplete`, the fields that would help. */
      missing?: string[];
      /**
       * @description What it rests on in a few words, as the summary in the PMS says it.
       * @example lists of 28 Nov
       */
      note?: string;
      /** Format: date-time */
      checkedAt: string;
      /**
       * @description Of the check
       * @example 1
       */
      providerVersion?: string;
      /**
       * Format: date-time
       * @description When it was given, of an answer that stood for a new one.
       */
      reusedFrom?: string;
    };
    Decision: {
      /** @enum {string} */
      decision: 'approved' | 'declined';
      /** @description Empty for the desk */
      reason: string;
      decidedBy: string;
      /** Format: date-time */
      decidedAt: string;
    };
    WriteBack: {
      /**
       * @description `refused`: the PMS will not take it; somebody must look.
       * @enum {string}
       */
      state: 'pending' | 'written' | 'refused';
      /** Format: date-time */
      at: string | null;
    };
    ScreeningFields: {
      id: string;
      propertyId: string;
      reservationId: string;
      guestId: string;
      /** @description Empty where the PMS has none or it was removed on request */
      guestName: string;
      /** Format: date */
      arrivalDate: string;
      status: components['schemas']['ScreeningStatus'];
      /** @description As for the filter; null while there is none. */
      outcome: components['schemas']['ShownOutcome'] | null;
      /** @description Empty for the desk, which learns the outcome alone. */
      findings: components['schemas']['Finding'][];
      decision: components['schemas']['Decision'] | null;
      writeBack: components['schemas']['WriteBack'];
      /**
       * Format: date-time
       * @description When status, outcome or decision last changed
       */
      updatedAt: string;
    };
    Screening: components['schemas']['ScreeningFields'];
    ScreeningDetail: {
      /** @description The guest's card; null until there is one */
      profileId: string | null;
      state: components['schemas']['GuestState'];
      procedure: components['schemas']['Procedure'];
      guest: components['schemas']['GuestDetails'];
      /** @description Other reservations of the same guest at this property, newest arrival first, at most 50. */
      otherStays: components['schemas']['OtherStay'][];
      pms: components['schemas']['ShownInPms'];
      /** @description What staff wrote down about the guest, newest first. */
      notes: components['schemas']['GuestNote'][];
      assignment: components['schemas']['Assignment'] | null;
      /** Format: date */
      departureDate: string;
      /** Format: date-time */
      createdAt: string;
      /** @description What the policy concluded, whatever a person decided afterwards; null while checks are running. */
      conclusion: components['schemas']['Conclusion'] | null;
      /** @description What happened to this guest on this reservation, oldest first. */
      timeline: components['schemas']['TimelineEntry'][];
    } & components['schemas']['ScreeningFields'];
    Conclusion: {
      outcome: components['schemas']['Outcome'];
      reasons: components['schemas']['Reason'][];
      policy: components['schemas']['PolicyName'];
      /** @description Which rules counted; null for what was concluded before explanations were kept. */
      explanation: components['schemas']['Explanation'] | null;
    };
    PolicyName: {
      name: string;
      version: string;
    };
    /** @description It adds up: the points of the parts make `points`, and the most severe of what they mean is the outcome, which is clear where none means anything. */
    Explanation: {
      parts: {
        /**
         * @description Where the rule stands in the policy.
         * @example providers.house-list.onMatch.strong
         * @example points.rules.0
         * @example points.reviewAt
         */
        rule: string;
        /** @description For staff, in plain English */
        text: string;
        provider?: string;
        points?: number;
        /** @enum {string} */
        means?: 'review' | 'flagged';
      }[];
      points: number;
      /** @description Null where the policy gives no points. */
      thresholds: {
        reviewAt: number;
        flaggedAt: number;
      } | null;
      /**
       * @description `known`: an earlier stay of this person was cleared here.
       * @enum {string|null}
       */
      guest: 'new' | 'known' | null;
      /** @description Providers that the policy did not want asked about this guest and booking, and why. */
      notAsked: {
        provider: string;
        label: string;
        text: string;
      }[];
    };
    PolicyInForce: {
      /** @description In the form of the configuration file, so that a changed copy can be replayed. */
      policy: {
        name: string;
        version: string;
      } & {
        [key: string]: unknown;
      };
      /** @description Those that the property has switched on, in the order in which they are asked. */
      providers: {
        provider: string;
        label: string;
        sentences: string[];
      }[];
      /** @description What holds for all of them together. */
      sentences: string[];
    };
    PolicyReplay: {
      policy: components['schemas']['PolicyName'];
      /** Format: date-time */
      since: string;
      /** @description How many were looked at */
      screenings: number;
      before: components['schemas']['OutcomeCounts'];
      after: components['schemas']['OutcomeCounts'];
      /** @description How many would have another outcome */
      differing: number;
      /** @description Providers that the policy would ask besides, and of how many guests. */
      notKnown: {
        provider: string;
        screenings: number;
      }[];
      /** @description Those that would differ, newest first. */
      items: components['schemas']['ReplayedCase'][];
      nextCursor: components['schemas']['NextCursor'];
    };
    OutcomeCounts: {
      clear: number;
      review: number;
      flagged: number;
    };
    ReplayedCase: {
      screeningId: string;
      reservationId: string;
      guestId: string;
      /**
       * Format: date-time
       * @description When it was screened
       */
      createdAt: string;
      before: components['schemas']['Outcome'];
      after: components['schemas']['Outcome'];
      /** @description Why, after */
      reasons: components['schemas']['Reason'][];
      /** @description Providers whose findings do not count, because the policy would not ask them. */
      leftOut: string[];
      /** @description Providers that the policy would ask besides. */
      notKnown: string[];
    };
    TimelineEntry: {
      screeningId: string;
      /** Format: date-time */
      at: string;
      /**
       * @example found
       * @example concluded
       * @example decided
       * @example written_back
       */
      event: string;
      /** @description `system`, or who did it */
      actor: string;
    };
    /** @enum {string} */
    FormTopic:
      | 'names'
      | 'birthDate'
      | 'gender'
      | 'nationality'
      | 'email'
      | 'phone'
      | 'country'
      | 'address'
      | 'document'
      | 'arrivalTime'
      | 'purpose'
      | 'licencePlate';
    /** @description What the PMS has of it. A refusal is kept with its reason, and nothing that was written is lost. */
    FormDelivery: {
      /** @enum {string} */
      state: 'none' | 'waiting' | 'sent' | 'refused';
      /**
       * Format: date-time
       * @description When the PMS last took something
       */
      at: string | null;
      /** @enum {string|null} */
      refusal:
        | 'payment_data'
        | 'too_long'
        | 'custom_field_unknown'
        | 'guest_unknown'
        | 'party_full'
        | 'stay_over'
        | 'other'
        | null;
    };
    GuestRequest: {
      /** @enum {string} */
      kind: 'object' | 'ask_person';
      /** @description In the guest's own words */
      text: string | null;
      /** Format: date-time */
      at: string;
    };
    AnsweredQuestion: {
      id: string;
      name: string;
      answer: string;
    };
    GuestForm: {
      id: string;
      /** @enum {string} */
      state: 'open' | 'submitted' | 'closed';
      /** @description For the guest, while the form is open; not told to tokens that may only read */
      url: string | null;
      /** @description What checks lacked when it was opened. */
      needed: components['schemas']['FormTopic'][];
      askedByStaff: components['schemas']['FormTopic'][];
      /** @description The guest's choice */
      language: string | null;
      /** Format: date-time */
      openedAt: string;
      /** Format: date-time */
      submittedAt: string | null;
      /** @description `guest`, `booker`, or who of the staff */
      completedBy: string | null;
      /** @description What was written, by field; complete once it was sent off. For the desk without the number of the document and its zone. */
      answers: {
        [key: string]: string;
      };
      questions: components['schemas']['AnsweredQuestion'][];
      /** @description Every yes and no, oldest first; the newest of a purpose counts. */
      consents: {
        purpose: string;
        given: boolean;
        /** @description Of the privacy notice */
        version: string;
        language: string;
        /** Format: date-time */
        at: string;
        by: string;
      }[];
      /** @description A picture of the document is on its way to the PMS */
      hasDocument: boolean;
      mail: {
        /** @description Whether the link can be mailed, now or within a day */
        canBeSent: boolean;
        /**
         * Format: date-time
         * @description When the guest was last written to
         */
        sentAt: string | null;
      };
      delivery: components['schemas']['FormDelivery'];
      requests: components['schemas']['GuestRequest'][];
      /**
       * Format: date-time
       * @description Since when a person should look
       */
      personAskedAt: string | null;
      /** @description Where the PMS made one guest of two who had both answered: what the form that was closed said otherwise, oldest first. */
      setAside: {
        /** @description As in the form itself */
        answers: {
          [key: string]: string;
        };
        questions: components['schemas']['AnsweredQuestion'][];
      }[];
      /** @description Whom the booker has named and the PMS does not know yet. */
      companions: {
        id: string;
        name: string;
        /** @enum {string} */
        state: 'open' | 'submitted' | 'closed';
        delivery: components['schemas']['FormDelivery'];
      }[];
    };
    /** @description With at least one name, e-mail address, phone or document number. */
    HouseListPerson: {
      kind: components['schemas']['HouseListKind'];
      names?: components['schemas']['GivenTexts'];
      emails?: components['schemas']['GivenTexts'];
      phones?: components['schemas']['GivenTexts'];
      documentNumbers?: components['schemas']['GivenTexts'];
      /** Format: date */
      birthDate?: string;
      reason: components['schemas']['GivenReason'];
      /**
       * Format: date
       * @description The last day, in the property's calendar. Guests whom it touches are screened again when that is over.
       */
      validUntil?: string;
    };
    /** @enum {string} */
    HouseListKind: 'ban' | 'trust';
    GivenTexts: string[];
    HouseListEntry: {
      id: string;
      propertyId: string;
      kind: components['schemas']['HouseListKind'];
      names: string[];
      emails: string[];
      phones: string[];
      documentNumbers: string[];
      /** Format: date */
      birthDate: string | null;
      reason: string;
      /** Format: date */
      validUntil: string | null;
      /** Format: date-time */
      createdAt: string;
      createdBy: string;
      state: components['schemas']['HouseListState'];
      /** @description What people did with it, oldest first. */
      steps: {
        /** @enum {string} */
        act: 'proposed' | 'added' | 'approved' | 'rejected' | 'ended';
        /** Format: date-time */
        at: string;
        by: string;
        reason: string | null;
      }[];
    };
    /**
     * @description Only `active` entries speak of guests, up to their last day.
     * @enum {string}
     */
    HouseListState: 'proposed' | 'active' | 'rejected' | 'ended';
    Watchlist: {
      /** @example un-sc */
      listId: string;
      title: string;
      /** @description Has a publisher where a new edition can be looked for */
      canRefresh: boolean;
      /** @description Whether a property that you may see compares its guests with it; told where all lists are. */
      isUsed?: boolean;
      /**
       * @description `stale`: not confirmed by its publisher for two days; it serves all the same.
       * @enum {string}
       */
      state: 'missing' | 'fresh' | 'stale';
      persons: number | null;
      /**
       * Format: date
       * @description The publisher's own date of the edition
       */
      publishedOn: string | null;
      /** Format: date-time */
      fetchedAt: string | null;
      /**
       * Format: date-time
       * @description When its publisher last confirmed it
       */
      checkedAt: string | null;
      /** @description Seconds since then */
      ageS: number | null;
      /** @description Why the last look for a new edition brought none; the edition before serves all the same. Null where it went well, and where nobody has looked since the service started. */
      problem: {
        /**
         * @description docs/watchlists.md says what each means
         * @example unreachable
         */
        code: string;
        /** Format: date-time */
        at: string;
      } | null;
    };
    WatchlistMatch: {
      listId: string;
      listTitle: string;
      entryId: string;
      /** @description What the publisher's documents call the entry */
      reference: string | null;
      /** @description The name that agrees best, as published */
      listedName: string;
      listedOn: string | null;
      programmes: string[];
      links: string[];
      score: number;
      /** @description From this score on it is a match */
      threshold: number;
      /**
       * @description Null below the threshold
       * @enum {string|null}
       */
      strength: 'possible' | 'likely' | 'strong' | null;
      /** @description The units of all lines add up to the score times 100,000. */
      explanation: {
        /**
         * @example name_parts
         * @example birth_date
         */
        about: string;
        /** @description For staff, in plain English */
        text: string;
        units: number;
      }[];
    };
    /** @description Counts the changes that people make to a card; what was read is handed back. */
    ProfileVersion: number;
    ProfileSummary: {
      id: string;
      version: components['schemas']['ProfileVersion'];
      /** @description Empty where the PMS has none or it was removed on request */
      name: string;
      email: string | null;
      phone: string | null;
      /** @description ISO 3166 alpha-2 */
      country: string | null;
      /** @description A warning stands about this person */
      isWarned: boolean;
      stays: number;
      /** @description The newest by arrival; null for somebody who has no booking. */
      lastStay: components['schemas']['ProfileStay'] | null;
      sources: ('pms' | 'staff')[];
    };
    Profile: {
      id: string;
      version: components['schemas']['ProfileVersion'];
      /** @description Empty where it was removed on request */
      name: string;
      /** @description A warning stands about this person */
      isWarned: boolean;
      /** @description Everything of the person was removed on request */
      isForgotten: boolean;
      /** Format: date-time */
      createdAt: string;
      names: components['schemas']['ProfileFact'][];
      contacts: components['schemas']['ProfileContact'][];
      birthDates: components['schemas']['ProfileFact'][];
      documents: components['schemas']['ProfileDocument'][];
      consents: components['schemas']['ProfileConsent'][];
      /** @description What staff wrote down, newest first; empty where all that is known comes from the PMS. */
      given: components['schemas']['GivenPerson'][];
      /** @description Whom the card stands for in the PMS. */
      guests: {
        propertyId: string;
        guestId: string;
        /**
         * @description Why this guest is on this card; `first`, it began with this one.
         * @enum {string}
         */
        because: 'first' | 'document' | 'birth_date' | 'email' | 'phone' | 'merged';
      }[];
      /** @description The newest hundred by arrival, newest first. */
      stays: components['schemas']['ProfileStay'][];
      staysTotal: number;
      /** @description Newest first */
      notes: components['schemas']['ProfileNote'][];
      /** @description Verifications that were withdrawn of this person's screenings, newest first. */
      withdrawals: {
        reason: string;
        by: string;
        /** Format: date-time */
        at: string;
      }[];
      links: components['schemas']['ProfileLink'][];
      /** @description Cards that people put into this one, newest first. */
      merges: {
        id: string;
        /** @description The card that came in */
        profileId: string;
        name: string;
        by: string;
        /** Format: date-time */
        at: string;
        reason: string | null;
      }[];
    };
    ProfileSource: {
      /** @enum {string} */
      source: 'pms' | 'staff';
      propertyId: string;
      /** @description Null where staff wrote it down */
      guestId: string | null;
      /**
       * Format: date-time
       * @description When it was first seen here; null where that is not known.
       */
      since: string | null;
    };
    ProfileFact: {
      value: string;
      sources: components['schemas']['ProfileSource'][];
    };
    ProfileContact: {
      /** @enum {string} */
      kind: 'email' | 'phone' | 'address';
      value: string;
      /** @description A booking site's forwarding address */
      isRelay: boolean;
      sources: components['schemas']['ProfileSource'][];
    };
    ProfileDocument: {
      type: string | null;
      issuingCountry: string | null;
      /** Format: date */
      expiresOn: string | null;
      /**
       * @description `present`: there is one, and until when it holds is not known.
       * @enum {string}
       */
      state: 'valid' | 'expired' | 'present';
      /** @description Null for those who need not know it */
      number: string | null;
      sources: components['schemas']['ProfileSource'][];
    };
    ProfileConsent: {
      purpose: string;
      isGiven: boolean;
      version: string | null;
      /** Format: date-time */
      at: string;
      propertyId: string;
      guestId: string;
    };
    ProfileStay: {
      propertyId: string;
      reservationId: string;
      guestId: string;
      /** Format: date */
      arrivalDate: string;
      /** Format: date */
      departureDate: string;
      reservationStatus: string;
      isMainGuest: boolean;
      /** @description As the PMS calls where it was booked */
      source: string | null;
      /** @description The newest; null where the stay was never screened. */
      screening: {
        id: string;
        status: components['schemas']['ScreeningStatus'];
        outcome: components['schemas']['ShownOutcome'] | null;
        /** Format: date-time */
        updatedAt: string;
      } | null;
    };
    ProfileNote: {
      id: string;
      /** @enum {string} */
      kind: 'note' | 'warning';
      text: string;
      by: string;
      /** Format: date-time */
      at: string;
      /** @description Null while it stands. */
      withdrawn: {
        by: string;
        /** Format: date-time */
        at: string;
        reason: string;
      } | null;
    };
    /** @enum {string} */
    ProfileLinkKind: 'family' | 'travels_with' | 'colleague' | 'guardian';
    ProfileLink: {
      id: string;
      kind: components['schemas']['ProfileLinkKind'];
      profileId: string;
      name: string;
      note: string | null;
      by: string;
      /** Format: date-time */
      at: string;
    };
    /** @description At least one of the names. */
    GivenPerson: {
      firstName?: components['schemas']['GivenShortText'];
      lastName?: components['schemas']['GivenShortText'];
      email?: string;
      phone?: string;
      /** Format: date */
      birthDate?: string;
      /** @description ISO 3166 alpha-2 */
      country?: string;
      company?: components['schemas']['GivenShortText'];
      documentType?: components['schemas']['GivenShortText'];
      documentNumber?: string;
      documentIssuingCountry?: string;
      /** Format: date */
      documentExpiresOn?: string;
    };
    GivenShortText: string;
    ProfileDuplicate: {
      profile: components['schemas']['ProfileSummary'];
      /** @description The points of the reasons together */
      score: number;
      reasons: components['schemas']['LikenessReasons'];
    };
    ProfilePair: {
      one: components['schemas']['ProfileSummary'];
      other: components['schemas']['ProfileSummary'];
      score: number;
      reasons: components['schemas']['LikenessReasons'];
    };
    LikenessReasons: {
      /** @enum {string} */
      code:
        | 'document'
        | 'name'
        | 'name_alike'
        | 'birth_date'
        | 'birth_date_differs'
        | 'email'
        | 'phone'
        | 'document_differs';
      /** @description For staff, in plain English */
      text: string;
      /** @description Negative where it speaks against it */
      points: number;
    }[];
    ProfileLinkSuggestion: {
      profile: components['schemas']['ProfileSummary'];
      kind: components['schemas']['ProfileLinkKind'];
      reasons: {
        /** @enum {string} */
        code: 'same_reservation' | 'same_email' | 'same_phone' | 'same_company';
        /** @description For staff, in plain English */
        text: string;
      }[];
    };
    Share: {
      count: number;
      of: number;
      share: number | null;
    };
    /** @description How many took up to how long. Quantiles are read from the buckets, so they are upper bounds. */
    DurationBuckets: {
      count: number;
      medianS: number | null;
      p95S: number | null;
      buckets: {
        /** @description Seconds; null for everything longer */
        upToS: number | null;
        count: number;
      }[];
    };
    ShownOutcomeCounts: {
      clear: number;
      review: number;
      flagged: number;
      approved: number;
      declined: number;
    };
    Statistics: {
      /** Format: date */
      from: string;
      /** Format: date */
      to: string;
      /** @enum {string} */
      step: 'day' | 'week' | 'month';
      /** Format: date-time */
      asOf: string;
      properties: string[];
      /** @description How many the rest tells of */
      stays: number;
      outcomes: components['schemas']['ShownOutcomeCounts'];
      /** @description Every step of the time, those without a stay included; `start` is its first day. */
      overTime: {
        /** Format: date */
        start: string;
        outcomes: components['schemas']['ShownOutcomeCounts'];
      }[];
      byProperty: {
        propertyId: string;
        outcomes: components['schemas']['ShownOutcomeCounts'];
      }[];
      /** @description What findings said, most frequent first, over whole months. */
      reasons: {
        code: string;
        stays: number;
      }[];
      /** @description From when the stay was found to its outcome. */
      answerTime: components['schemas']['DurationBuckets'];
      /** @description From the outcome to a person's decision. */
      decisionTime: components['schemas']['DurationBuckets'];
      /** @description How many days before arrival stays were clear or approved. */
      clearBeforeArrival: {
        /** @enum {string} */
        days: 'after_arrival' | '0' | '1' | '2-3' | '4-7' | '8-30' | 'over_30';
        stays: number;
      }[];
      /** @description Concluded as clear, and no person had to decide. */
      clearedWithoutPerson: components['schemas']['Share'];
      /** @description Concluded as review or flagged by the policy. */
      review: components['schemas']['Share'];
      /** @description Approved by a person, of those that were flagged and decided. */
      falseAlarms: components['schemas']['Share'];
      /** @description Of guests whose earlier stay was cleared here. */
      knownGuests: components['schemas']['Share'];
      /** @description What waits for a person now, for stays in house and to come. */
      openReviews: {
        count: number;
        /** Format: date-time */
        oldestAt: string | null;
        ages: components['schemas']['DurationBuckets'];
      };
      /** @description Forms of guests that were opened to them in this time. */
      forms: {
        opened: number;
        completed: components['schemas']['Share'];
      };
    };
    DisparityReport: {
      /** Format: date */
      from: string;
      /** Format: date */
      to: string;
      properties: string[];
      stays: number;
      /** @constant */
      smallestGroup: 20;
      /** @description How to read it, in plain English */
      reading: string[];
      dimensions: {
        /** @enum {string} */
        dimension: 'country' | 'name_script' | 'form_language';
        overall: components['schemas']['DisparityRates'];
        /** @description Largest first. */
        groups: {
          /**
           * @example DE
           * @example latin
           * @example unknown
           */
          value: string;
          rates: components['schemas']['DisparityRates'];
          /**
           * @description Whether the whole interval of this group's share with a concern lies above or below that of all others.
           * @enum {string}
           */
          stands: 'higher' | 'lower' | 'within';
        }[];
        /** @description Groups that are too small to be shown. */
        hidden: {
          groups: number;
          stays: number;
        };
      }[];
    };
    DisparityRates: {
      stays: number;
      /** @description The policy concluded review or flagged. */
      concern: components['schemas']['Rate'];
      flagged: components['schemas']['Rate'];
      declined: components['schemas']['Rate'];
      /** @description Approved by a person, of those with a concern that were decided. */
      falseAlarms: components['schemas']['Rate'];
    };
    Rate: {
      count: number;
      of: number;
      share: number | null;
      /** @description Lower end of the 95 % interval */
      from: number | null;
      to: number | null;
    };
    ScreeningHealth: {
      /** @description The request budget of the PMS, as the process that answers spends it; null while no key opens the property. */
      pms: {
        /** @description What is allowed; null where nothing limits it */
        requestsPerSecond: number | null;
        /** @description Requests that were sent in the last 60 seconds */
        lastMinute: number;
        /** @description Requests that wait for their turn */
        waiting: number;
        /**
         * Format: date-time
         * @description The PMS asked for a pause; nothing is sent before.
         */
        pausedUntil: string | null;
      } | null;
      /**
       * Format: date
       * @description The first day that the answers are counted from
       */
      since: string;
      providers: {
        provider: string;
        label: string;
        /**
         * @description How the last question went, as the process that answers met it. `unknown`: nothing was asked since it started · `failing`: no answer · `left_alone`: after several failures nobody is asked for a while.
         * @enum {string}
         */
        state: 'unknown' | 'answering' | 'failing' | 'left_alone';
        /**
         * Format: date-time
         * @description When it is no longer left alone
         */
        askedAgainAt: string | null;
        /** @description Findings by result since the first day of last month. */
        answers: {
          [key: string]: number;
        };
        unavailable: components['schemas']['Share'];
        /** @description Of this calendar month (UTC); null for what costs nothing. */
        cost: {
          currency: string;
          spentMinorUnits: number;
          ceilingMinorUnits: number;
        } | null;
      }[];
      lists: components['schemas']['Watchlist'][];
    };
    /**
     * @example {
     *       "waiting": 3,
     *       "running": 1,
     *       "buried": 0,
     *       "nextDueAt": "2026-11-23T09:20:00.000Z"
     *     }
     */
    JobFigures: {
      /** @description Due now or later */
      waiting: number;
      running: number;
      /** @description Given up; somebody has to look */
      buried: number;
      /**
       * Format: date-time
       * @description When the first of those that wait is due, or was; null where none waits.
       */
      nextDueAt: string | null;
    };
    BuriedJob: {
      id: string;
      /** @example write-back */
      kind: string;
      /** @description The IDs that it was about. */
      payload: {
        [key: string]: string;
      };
      attempts: number;
      /** @description Why; `bug` where it was nothing that is expected */
      errorCode: string;
      /** Format: date-time */
      buriedAt: string;
    };
    /**
     * @description A guest at a glance; those who need somebody most stand first here.
     * @enum {string}
     */
    GuestState:
      'flagged' | 'declined' | 'review' | 'failed' | 'waiting' | 'checking' | 'clear' | 'approved' | 'stopped';
    /**
     * @description What staff should do. `call_manager` is all that the desk learns of `house_list`, `watchlist` and `rules`.
     *
     *     | code | means |
     *     | --- | --- |
     *     | `call_manager`, `house_list`, `watchlist` | complete the check-in, call the manager quietly, never confront: many hits are wrong |
     *     | `document`, `contact` | look at the document, or ask for the contact |
     *     | `rules` | the booking itself is unusual |
     *     | `failed` | a check could not be asked: screen again |
     *     | `declined` | a person declined this guest: call the manager |
     *     | `ask_guest` | something is missing that only the guest can tell |
     *     | `wait` | checks are under way |
     *     | `nothing` | complete the check-in |
     * @enum {string}
     */
    Procedure:
      | 'call_manager'
      | 'house_list'
      | 'watchlist'
      | 'document'
      | 'contact'
      | 'rules'
      | 'failed'
      | 'declined'
      | 'ask_guest'
      | 'wait'
      | 'nothing';
    Arrival: {
      reservationId: string;
      /** Format: date */
      arrivalDate: string;
      /** Format: date */
      departureDate: string;
      /** @description Of the guest who needs somebody most */
      state: components['schemas']['GuestState'];
      guests: components['schemas']['GuestOnBoard'][];
    };
    GuestOnBoard: {
      screening: components['schemas']['Screening'];
      state: components['schemas']['GuestState'];
      procedure: components['schemas']['Procedure'];
      isMainGuest: boolean;
      /** @description How many notes staff wrote about the guest */
      notes: number;
      assignment: components['schemas']['Assignment'] | null;
      /**
       * Format: date-time
       * @description Since when somebody should decide; null where nobody has to.
       */
      waitingSince: string | null;
    };
    /** @description What the PMS and the guest's form say, as far as the reader's role goes. What is not known is left out. */
    GuestDetails: {
      name: string;
      adults: number;
      children: number;
      email?: string;
      phone?: string;
      cellPhone?: string;
      country?: string;
      /** Format: date */
      bookedOn?: string;
      sourceName?: string;
      gender?: string;
      /**
       * Format: date
       * @description From reviewers on
       */
      birthDate?: string;
      /** @description From reviewers on; all lines in one */
      address?: string;
      /** @description From reviewers on */
      documentType?: string;
      /** @description From reviewers on; all but the last three characters hidden */
      documentNumber?: string;
      /** @description From reviewers on */
      documentIssuingCountry?: string;
      /**
       * Format: date
       * @description From reviewers on
       */
      documentExpiresOn?: string;
    };
    OtherStay: {
      screeningId: string;
      reservationId: string;
      /** Format: date */
      arrivalDate: string;
      /** Format: date */
      departureDate: string;
      reservationStatus: string;
      state: components['schemas']['GuestState'];
    };
    /** @description What the PMS should show of this guest, which may be about another stay, what it was told, and what was found to differ since; see docs/syncing.md. */
    ShownInPms: {
      /** @enum {string} */
      state: 'pending' | 'written' | 'refused';
      /** Format: date-time */
      at: string | null;
      /** @description The custom fields by shortcode, as the PMS is known to show them: as they were written, or as they were found to differ and are about to be written again. Null where none were written. */
      fields: {
        [key: string]: string;
      } | null;
      /** @description What they should say, by shortcode, for the desk without the summary; null where the guest has no stay under way or to come. */
      should: {
        [key: string]: string;
      } | null;
      drift: components['schemas']['Drift'][];
      noteId: string | null;
      /** @description To quote in a support case with the vendor */
      requestId: string | null;
      isOfThisScreening: boolean;
    };
    /** @description `seen`: changed, and to be written again · `repaired`: it was · `respected`: what staff wrote stands until there is something new to say · `contested`: written again three times within a day and left alone since; the hotel was told · `missing`: the field is archived or deleted · `cut`: the field holds only the beginning. */
    Drift: {
      /**
       * @description The shortcode, or note
       * @example screening_status
       */
      field: string;
      /** @enum {string} */
      state: 'seen' | 'repaired' | 'respected' | 'contested' | 'missing' | 'cut';
      /** Format: date-time */
      since: string;
      /** @description Within the day since then */
      repairs: number;
    };
    GuestNote: {
      id: string;
      text: string;
      author: string;
      /** Format: date-time */
      createdAt: string;
    };
    Assignment: {
      assigneeId: string;
      assignee: string;
      /** Format: date-time */
      assignedAt: string;
    };
  };
  responses: {
    /** @description How the property stands with the PMS. */
    Connection: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Connection'];
      };
    };
    /** @description The entry as it is now. */
    HouseListEntry: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['HouseListEntry'];
      };
    };
    /** @description The form as it is now. */
    GuestForm: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['GuestForm'];
      };
    };
    /** @description The screening as it is now. */
    ScreeningDetail: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ScreeningDetail'];
      };
    };
    /** @description Signed in, or, with `second_factor_needed`, known and asked for the code of the authenticator within ten minutes. */
    SignedIn: {
      headers: {
        /** @description The session: HttpOnly, SameSite=Lax, Secure over https */
        'Set-Cookie'?: string;
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "state": "signed_in"
         *     }
         */
        'application/json': {
          /** @enum {string} */
          state: 'signed_in' | 'second_factor_needed';
        };
      };
    };
    /** @description The card as it is now. */
    Profile: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Profile'];
      };
    };
    /** @description A new screening is under way; the old one stays as it is. */
    NewScreening: {
      headers: {
        /** @description Where the new one is */
        Location?: string;
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "id": "5f0c6f4e-6d4e-4c5c-9b39-0d5d6b1f2c11"
         *     }
         */
        'application/json': {
          /** @description The new screening */
          id: string;
        };
      };
    };
    /** @description What went wrong. */
    Problem: {
      headers: {
        /** @description With 503, the seconds to wait */
        'Retry-After'?: number;
        /** @description With 401 */
        'WWW-Authenticate'?: string;
        /** @description With 405 */
        Allow?: string;
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "urn:guest-screening:problem:request_invalid",
         *       "title": "The request is not valid",
         *       "status": 400,
         *       "code": "request_invalid",
         *       "detail": "Something in the request is not as the API describes it; see errors.",
         *       "errors": [
         *         {
         *           "path": "/limit",
         *           "message": "must be <= 200"
         *         }
         *       ]
         *     }
         */
        'application/problem+json': components['schemas']['Problem'];
      };
    };
  };
  parameters: {
    /** @description The property's ID in the PMS. */
    PropertyId: string;
    ScreeningId: string;
    EntryId: string;
    UserId: string;
    ListId: string;
    ProfileId: string;
    /** @description The guest's ID in the PMS. */
    GuestId: string;
    /** @description The first day, inclusive, in the property's calendar; 90 days before `to` where it is left out. */
    StatisticsFrom: string;
    /** @description The last day, inclusive; today where it is left out. At most three years after `from`. */
    StatisticsTo: string;
    /** @description The largest number of items on the page. */
    Limit: number;
    /** @description The `nextCursor` of the page before. */
    Cursor: string;
  };
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  receiveCloudbedsEvent: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The last part of the property's own webhook address. Whoever knows it may ring. */
        secret: string;
      };
      cookie?: never;
    };
    /** @description At most 256 KB. */
    requestBody: {
      content: {
        /**
         * @example {
         *       "version": "1.0",
         *       "event": "guest/details_changed",
         *       "timestamp": 1763888400.123456,
         *       "propertyID": 12345,
         *       "propertyID_str": "12345",
         *       "guestID": "98765"
         *     }
         */
        'application/json': {
          [key: string]: unknown;
        };
      };
    };
    responses: {
      /** @description Taken in, known already, or nothing to us. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /** @example {} */
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  receiveProviderCallback: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The provider's ID. */
        provider: string;
        /** @description The last part of the address that was given to the vendor, for one property and provider. */
        secret: string;
      };
      cookie?: never;
    };
    /** @description At most 1 MB, in the vendor's own form. */
    requestBody: {
      content: {
        'application/octet-stream': string;
      };
    };
    responses: {
      /** @description Taken in, known already, or nothing to us. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /** @example {} */
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getHealth: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It answers. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "status": "ok"
           *     }
           */
          'application/json': {
            /** @constant */
            status: 'ok';
          };
        };
      };
      default: components['responses']['Problem'];
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
      /** @description The database answers, its migrations are done, and the service is not about to stop. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "status": "ready",
           *       "database": "ok",
           *       "migrations": "done",
           *       "isStopping": false
           *     }
           */
          'application/json': components['schemas']['Readiness'];
        };
      };
      /** @description Send no traffic here for now. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "status": "not_ready",
           *       "database": "failed",
           *       "migrations": "done",
           *       "isStopping": false
           *     }
           */
          'application/json': components['schemas']['Readiness'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getMetrics: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The metrics. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/plain': string;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getOpenApiDocument: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description An OpenAPI 3.1 document. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            openapi: string;
            paths: {
              [key: string]: unknown;
            };
          } & {
            [key: string]: unknown;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  findSession: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What the cookie opens. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "state": "signed_out"
           *     }
           */
          'application/json': {
            /** @enum {string} */
            state: 'signed_in' | 'second_factor_needed' | 'signed_out';
          };
        };
      };
      default: components['responses']['Problem'];
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
        /**
         * @example {
         *       "email": "ana@example.com",
         *       "password": "correct horse battery"
         *     }
         */
        'application/json':
          | {
              email: components['schemas']['EmailAddress'];
              password: components['schemas']['GivenPassword'];
            }
          | {
              adminToken: string;
            };
      };
    };
    responses: {
      200: components['responses']['SignedIn'];
      default: components['responses']['Problem'];
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
      /** @description It has ended. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  giveSecondFactor: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "code": "123456"
         *     }
         */
        'application/json': {
          code: string;
        };
      };
    };
    responses: {
      200: components['responses']['SignedIn'];
      default: components['responses']['Problem'];
    };
  };
  listSignInWays: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description For the sign-in page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "adminToken": true,
           *       "mail": false,
           *       "oidc": null
           *     }
           */
          'application/json': {
            /** @description Whether the admin token is set */
            adminToken: boolean;
            /** @description Whether forgotten passwords can be reset by mail */
            mail: boolean;
            /** @description Null where no identity provider is set up. */
            oidc: {
              label: string;
              /** @description Where the browser goes to begin */
              startPath: string;
            } | null;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  useSignInLink: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description The last part of the link */
          token: string;
          password: components['schemas']['GivenPassword'];
        };
      };
    };
    responses: {
      200: components['responses']['SignedIn'];
      default: components['responses']['Problem'];
    };
  };
  askForPasswordReset: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          email: components['schemas']['EmailAddress'];
        };
      };
    };
    responses: {
      /** @description If there is an account, a mail is on its way. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /** @example {} */
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  startOidcSignIn: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description To the provider. */
      302: {
        headers: {
          /** @description Its authorization endpoint */
          Location?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  finishOidcSignIn: {
    parameters: {
      query?: {
        code?: string;
        state?: string;
        iss?: string;
        session_state?: string;
        error?: string;
        error_description?: string;
        error_uri?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description To the page. */
      302: {
        headers: {
          /** @description The page */
          Location?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  getMe: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The one whom the token or the session belongs to. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Me'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  changeMe: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name?: components['schemas']['PersonName'];
          language?: components['schemas']['LanguageTag'];
          /** @description Whether alerts of the places that one manages are mailed */
          wantsAlertMails?: boolean;
        };
      };
    };
    responses: {
      /** @description As it is now. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Me'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  changeMyPassword: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          currentPassword: components['schemas']['GivenPassword'];
          password: components['schemas']['GivenPassword'];
        };
      };
    };
    responses: {
      /** @description Changed. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  beginSecondFactor: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PasswordAgain'];
      };
    };
    responses: {
      /** @description For the authenticator, shown this once. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description In base32 */
            secret: string;
            /** @description otpauth URI, to be shown as a QR code */
            uri: string;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  confirmSecondFactor: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          code: string;
        };
      };
    };
    responses: {
      /** @description It is asked for from now on. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Each stands in for the authenticator once. Shown this once. */
            recoveryCodes: string[];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  removeMySecondFactor: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PasswordAgain'];
      };
    };
    responses: {
      /** @description It is not asked for any more. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  listMySessions: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description All sessions that go on, newest first. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Session'][];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  endMySession: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        sessionId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It has ended. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  listUsers: {
    parameters: {
      query?: {
        /** @description The largest number of items on the page. */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` of the page before. */
        cursor?: components['parameters']['Cursor'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['User'][];
            nextCursor: components['schemas']['NextCursor'];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getUser: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        userId: components['parameters']['UserId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The user. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['User'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  removeUser: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        userId: components['parameters']['UserId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Removed; every session has ended. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  changeUser: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        userId: components['parameters']['UserId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name?: components['schemas']['PersonName'];
          grants?: components['schemas']['Grants'];
          isDisabled?: boolean;
        };
      };
    };
    responses: {
      /** @description As it is now. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['User'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  makeSignInLink: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        userId: components['parameters']['UserId'];
      };
      cookie?: never;
    };
    /** @description Nothing needs to be said. */
    requestBody?: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description The link. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SignInLink'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  signUserOut: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        userId: components['parameters']['UserId'];
      };
      cookie?: never;
    };
    /** @description Nothing needs to be said. */
    requestBody?: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description They have ended. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  removeSecondFactor: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        userId: components['parameters']['UserId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It is not asked for any more; every session has ended. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  unlockUser: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        userId: components['parameters']['UserId'];
      };
      cookie?: never;
    };
    /** @description Nothing needs to be said. */
    requestBody?: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description They may try. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  inviteUser: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "email": "ana@example.com",
         *       "name": "Ana Reis",
         *       "grants": [
         *         {
         *           "propertyId": "12345",
         *           "role": "reviewer"
         *         }
         *       ]
         *     }
         */
        'application/json': {
          email: components['schemas']['EmailAddress'];
          name: components['schemas']['PersonName'];
          grants: components['schemas']['Grants'];
          language?: components['schemas']['LanguageTag'];
        };
      };
    };
    responses: {
      /** @description Invited. */
      201: {
        headers: {
          /** @description Where the user is */
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            user: components['schemas']['User'];
            link: components['schemas']['SignInLink'];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listTokens: {
    parameters: {
      query?: {
        /** @description The largest number of items on the page. */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` of the page before. */
        cursor?: components['parameters']['Cursor'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['ApiToken'][];
            nextCursor: components['schemas']['NextCursor'];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  createToken: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "Door system",
         *       "scope": "outcomes",
         *       "propertyIds": [
         *         "12345"
         *       ],
         *       "expiresAt": "2027-06-30T00:00:00Z"
         *     }
         */
        'application/json': {
          name: components['schemas']['PersonName'];
          scope: components['schemas']['TokenScope'];
          propertyIds: components['schemas']['TokenProperties'];
          /**
           * Format: date-time
           * @description At most two years from now
           */
          expiresAt: string;
        };
      };
    };
    responses: {
      /** @description The token, shown this once. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            token: components['schemas']['ApiToken'];
            /** @description What the machine sends as bearer token */
            secret: string;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  revokeToken: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        tokenId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It opens nothing any more. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  listAudit: {
    parameters: {
      query?: {
        propertyId?: string;
        actorId?: string;
        action?: string;
        /** @description The first instant, inclusive. */
        from?: string;
        /** @description The last instant, exclusive. */
        to?: string;
        /** @description The largest number of items on the page. */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` of the page before. */
        cursor?: components['parameters']['Cursor'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['AuditEntry'][];
            nextCursor: components['schemas']['NextCursor'];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  exportAudit: {
    parameters: {
      query?: {
        propertyId?: string;
        actorId?: string;
        action?: string;
        /** @description The first instant, inclusive. */
        from?: string;
        /** @description The last instant, exclusive. */
        to?: string;
        /** @description Whether it begins with a byte order mark, by which spreadsheets know UTF-8. */
        bom?: boolean;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description All of them. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/csv': string;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getReference: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page without scripts. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listProperties: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description All of them. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Property'][];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getSyncState: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The property's ID in the PMS. */
        propertyId: components['parameters']['PropertyId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As it stands now. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SyncState'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  followProperty: {
    parameters: {
      query?: {
        /** @description The same as the header `Last-Event-ID`, for those who cannot set it. */
        lastEventId?: string;
      };
      header?: {
        /** @description Sent by browsers that reconnect. */
        'Last-Event-ID'?: string;
      };
      path: {
        /** @description The property's ID in the PMS. */
        propertyId: components['parameters']['PropertyId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The stream. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/event-stream': string;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listScreenings: {
    parameters: {
      query?: {
        status?: components['schemas']['ScreeningStatus'];
        outcome?: components['schemas']['ShownOutcome'];
        /** @description The first day of arrival, inclusive. */
        arrivalFrom?: string;
        /** @description The last day of arrival, inclusive. */
        arrivalTo?: string;
        /** @description Words of the name or their beginnings, an e-mail address, the last digits of a phone number, or a reservation. All words must be found; accents and case do not matter. */
        q?: string;
        /** @description The largest number of items on the page. */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` of the page before. */
        cursor?: components['parameters']['Cursor'];
      };
      header?: never;
      path: {
        /** @description The property's ID in the PMS. */
        propertyId: components['parameters']['PropertyId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Screening'][];
            nextCursor: components['schemas']['NextCursor'];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  exportScreenings: {
    parameters: {
      query?: {
        status?: components['schemas']['ScreeningStatus'];
        outcome?: components['schemas']['ShownOutcome'];
        /** @description The first day of arrival, inclusive. */
        arrivalFrom?: string;
        /** @description The last day of arrival, inclusive. */
        arrivalTo?: string;
        /** @description As in the list. */
        q?: string;
        /** @description Whether it begins with a byte order mark, by which spreadsheets know UTF-8. */
        bom?: boolean;
      };
      header?: never;
      path: {
        /** @description The property's ID in the PMS. */
        propertyId: components['parameters']['PropertyId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description All of them. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/csv': string;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getScreening: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['ScreeningId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['ScreeningDetail'];
      default: components['responses']['Problem'];
    };
  };
  decideScreening: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['ScreeningId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "decision": "approved",
         *       "reason": "Showed a passport at the desk"
         *     }
         */
        'application/json': {
          /** @enum {string} */
          decision: 'approved' | 'declined';
          reason: components['schemas']['GivenReason'];
        };
      };
    };
    responses: {
      200: components['responses']['ScreeningDetail'];
      default: components['responses']['Problem'];
    };
  };
  withdrawVerification: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['ScreeningId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "reason": "The passport was reported stolen"
         *     }
         */
        'application/json': {
          reason: components['schemas']['GivenReason'];
        };
      };
    };
    responses: {
      200: components['responses']['ScreeningDetail'];
      default: components['responses']['Problem'];
    };
  };
  rescreen: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['ScreeningId'];
      };
      cookie?: never;
    };
    /** @description Nothing needs to be said. */
    requestBody?: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description A new screening is under way; the old one stays as it is. */
      202: {
        headers: {
          /** @description Where the new one is */
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "5f0c6f4e-6d4e-4c5c-9b39-0d5d6b1f2c11"
           *     }
           */
          'application/json': {
            /** @description The new screening */
            id: string;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getForm: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['ScreeningId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['GuestForm'];
      default: components['responses']['Problem'];
    };
  };
  askGuest: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['ScreeningId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "topics": [
         *         "birthDate",
         *         "document"
         *       ]
         *     }
         */
        'application/json': {
          topics?: components['schemas']['FormTopic'][];
        };
      };
    };
    responses: {
      200: components['responses']['GuestForm'];
      default: components['responses']['Problem'];
    };
  };
  getFormQr: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['ScreeningId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A picture to show or to print. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'image/svg+xml': string;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  withdrawForm: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['ScreeningId'];
      };
      cookie?: never;
    };
    /** @description Nothing needs to be said. */
    requestBody?: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      200: components['responses']['GuestForm'];
      default: components['responses']['Problem'];
    };
  };
  completeFormAtDesk: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['ScreeningId'];
      };
      cookie?: never;
    };
    /** @description Nothing needs to be said. */
    requestBody?: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description The link. It is shown once, and kept as a digest. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "url": "https://screening.example.org/form/2m7o-0mI7b0WQ2kq0bJ2dY3k0vXq2m9Yx1mTt0cQh4s",
           *       "validUntil": "2026-11-23T13:15:00.000Z"
           *     }
           */
          'application/json': {
            /** Format: uri */
            url: string;
            /** Format: date-time */
            validUntil: string;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  retryForm: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['ScreeningId'];
      };
      cookie?: never;
    };
    /** @description Nothing needs to be said. */
    requestBody?: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      200: components['responses']['GuestForm'];
      default: components['responses']['Problem'];
    };
  };
  mailForm: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['ScreeningId'];
      };
      cookie?: never;
    };
    /** @description Nothing needs to be said. */
    requestBody?: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      200: components['responses']['GuestForm'];
      default: components['responses']['Problem'];
    };
  };
  attendGuestRequest: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['ScreeningId'];
      };
      cookie?: never;
    };
    /** @description Up to where the requests were read; where nothing is said, all of them. */
    requestBody?: {
      content: {
        'application/json': {
          /**
           * Format: date-time
           * @description When the newest request that was read was made.
           */
          newestSeenAt?: string;
        };
      };
    };
    responses: {
      200: components['responses']['GuestForm'];
      default: components['responses']['Problem'];
    };
  };
  listGuestRequests: {
    parameters: {
      query?: {
        /** @description The largest number of items on the page. */
        limit?: components['parameters']['Limit'];
      };
      header?: never;
      path: {
        /** @description The property's ID in the PMS. */
        propertyId: components['parameters']['PropertyId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description All that nobody has attended to yet, up to the limit. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              screeningId: string;
              guestName: string;
              /** Format: date-time */
              since: string;
              requests: components['schemas']['GuestRequest'][];
            }[];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listHouseList: {
    parameters: {
      query?: {
        state?: components['schemas']['HouseListState'];
        /** @description The largest number of items on the page. */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` of the page before. */
        cursor?: components['parameters']['Cursor'];
      };
      header?: never;
      path: {
        /** @description The property's ID in the PMS. */
        propertyId: components['parameters']['PropertyId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['HouseListEntry'][];
            nextCursor: components['schemas']['NextCursor'];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  addHouseListEntry: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The property's ID in the PMS. */
        propertyId: components['parameters']['PropertyId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "kind": "ban",
         *       "names": [
         *         "Maria Example"
         *       ],
         *       "phones": [
         *         "+351 21 000 0000"
         *       ],
         *       "reason": "Left without paying in May"
         *     }
         */
        'application/json': components['schemas']['HouseListPerson'];
      };
    };
    responses: {
      /** @description Added. */
      201: {
        headers: {
          /** @description Where the entry is */
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HouseListEntry'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  proposeHouseListEntry: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The property's ID in the PMS. */
        propertyId: components['parameters']['PropertyId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "kind": "ban",
         *       "names": [
         *         "Maria Example"
         *       ],
         *       "reason": "Left without paying in May"
         *     }
         */
        'application/json': components['schemas']['HouseListPerson'];
      };
    };
    responses: {
      /** @description Proposed. */
      201: {
        headers: {
          /** @description Where the entry is */
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HouseListEntry'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  approveHouseListEntry: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The property's ID in the PMS. */
        propertyId: components['parameters']['PropertyId'];
        entryId: components['parameters']['EntryId'];
      };
      cookie?: never;
    };
    /** @description May be empty. */
    requestBody: {
      content: {
        'application/json': {
          reason?: components['schemas']['GivenReason'];
        };
      };
    };
    responses: {
      200: components['responses']['HouseListEntry'];
      default: components['responses']['Problem'];
    };
  };
  rejectHouseListEntry: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The property's ID in the PMS. */
        propertyId: components['parameters']['PropertyId'];
        entryId: components['parameters']['EntryId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: components['schemas']['GivenReason'];
        };
      };
    };
    responses: {
      200: components['responses']['HouseListEntry'];
      default: components['responses']['Problem'];
    };
  };
  endHouseListEntry: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The property's ID in the PMS. */
        propertyId: components['parameters']['PropertyId'];
        entryId: components['parameters']['EntryId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: components['schemas']['GivenReason'];
        };
      };
    };
    responses: {
      200: components['responses']['HouseListEntry'];
      default: components['responses']['Problem'];
    };
  };
  getHouseListEntry: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The property's ID in the PMS. */
        propertyId: components['parameters']['PropertyId'];
        entryId: components['parameters']['EntryId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The entry. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HouseListEntry'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  removeHouseListEntry: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The property's ID in the PMS. */
        propertyId: components['parameters']['PropertyId'];
        entryId: components['parameters']['EntryId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Removed. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  startConnecting: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description To the PMS. */
      302: {
        headers: {
          /** @description Its authorize page */
          Location?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  finishConnecting: {
    parameters: {
      query?: {
        code?: string;
        state?: string;
        error?: string;
        error_description?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description To the page. */
      302: {
        headers: {
          /** @description The page */
          Location?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  listConnections: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One for each property. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Connection'][];
            /** @description Where a browser begins to let our app in, for whoever is an admin of every property; null where there is no app in the settings. */
            startPath: string | null;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  connectByKey: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "apiKey": "cbat_example"
         *     }
         */
        'application/json': {
          apiKey: string;
        };
      };
    };
    responses: {
      /** @description What it opens; each is being connected. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            propertyIds: string[];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getConnection: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The property's ID in the PMS. */
        propertyId: components['parameters']['PropertyId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Connection'];
      default: components['responses']['Problem'];
    };
  };
  reconnectProperty: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The property's ID in the PMS. */
        propertyId: components['parameters']['PropertyId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      202: components['responses']['Connection'];
      default: components['responses']['Problem'];
    };
  };
  disconnectProperty: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The property's ID in the PMS. */
        propertyId: components['parameters']['PropertyId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      202: components['responses']['Connection'];
      default: components['responses']['Problem'];
    };
  };
  rotateWebhookSecret: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The property's ID in the PMS. */
        propertyId: components['parameters']['PropertyId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      202: components['responses']['Connection'];
      default: components['responses']['Problem'];
    };
  };
  getPolicy: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The property's ID in the PMS. */
        propertyId: components['parameters']['PropertyId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The policy that is in force, as data and in words. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PolicyInForce'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  replayPolicy: {
    parameters: {
      query?: {
        /** @description The largest number of items on the page. */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` of the page before. */
        cursor?: components['parameters']['Cursor'];
      };
      header?: never;
      path: {
        /** @description The property's ID in the PMS. */
        propertyId: components['parameters']['PropertyId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "days": 30,
         *       "policy": {
         *         "name": "stricter",
         *         "version": "2",
         *         "providers": {},
         *         "otherwise": {
         *           "required": true,
         *           "onMatch": {
         *             "possible": "review",
         *             "likely": "flagged",
         *             "strong": "flagged"
         *           }
         *         },
         *         "trust": {
         *           "reasonCode": "house_list.trusted",
         *           "excuses": [
         *             "booking-rules"
         *           ]
         *         }
         *       }
         *     }
         */
        'application/json': {
          /** @description In the form of `policy` in the configuration file; docs/config.schema.json describes it. What is wrong with it is answered with 400, by path. */
          policy: {
            [key: string]: unknown;
          };
          days: number;
        };
      };
    };
    responses: {
      /** @description What would differ. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PolicyReplay'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  dismissMatch: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['ScreeningId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "listId": "un-sc",
         *       "entryId": "6908555",
         *       "reason": "Passport seen",
         *       "until": "2027-12-31"
         *     }
         */
        'application/json': {
          listId: string;
          entryId: string;
          reason: components['schemas']['GivenReason'];
          /**
           * Format: date
           * @description The last day, in the property's calendar
           */
          until?: string;
        };
      };
    };
    responses: {
      202: components['responses']['NewScreening'];
      default: components['responses']['Problem'];
    };
  };
  withdrawDismissal: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['ScreeningId'];
        listId: components['parameters']['ListId'];
        entryId: components['parameters']['EntryId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      202: components['responses']['NewScreening'];
      default: components['responses']['Problem'];
    };
  };
  listWatchlists: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description All of them, the properties' own included. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Watchlist'][];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  searchWatchlists: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "Maria Example",
         *       "birthDate": "1970-03-15"
         *     }
         */
        'application/json': {
          name: string;
          /** @description As far as it is known */
          birthDate?: string;
          /** @description ISO 3166 alpha-2 */
          country?: string;
          /** @enum {string} */
          gender?: 'M' | 'F';
          documentNumber?: string;
          /** @description Whose own list is searched too */
          propertyId?: string;
          /** @description How many matches at most, 5 by default. Those below the threshold are among them. */
          top?: number;
        };
      };
    };
    responses: {
      /** @description The best matches of all lists that are here, best first. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Whether there is anything in the name that can be compared */
            hasName: boolean;
            /**
             * @description Ids of the lists that are here. Nobody was looked for on any other.
             * @example [
             *       "un-sc",
             *       "eu-fsf"
             *     ]
             */
            comparedWith: string[];
            items: components['schemas']['WatchlistMatch'][];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  refreshWatchlist: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        listId: components['parameters']['ListId'];
      };
      cookie?: never;
    };
    /** @description Nothing needs to be said. */
    requestBody?: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description It is due now; the list's status tells when it is done. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            listId: string;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  saveOwnWatchlist: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The property's ID in the PMS. */
        propertyId: components['parameters']['PropertyId'];
      };
      cookie?: never;
    };
    /** @description At most 8 MB. */
    requestBody: {
      content: {
        /**
         * @example {
         *       "csv": "Name,Born\nMaria Example,1970-03-15\n",
         *       "mapping": {
         *         "name": "Name",
         *         "birthDate": "Born"
         *       }
         *     }
         */
        'application/json': {
          /** @description With a header */
          csv: string;
          /** @description Which column holds what; docs/watchlists.md names the fields. */
          mapping: {
            [key: string]: string;
          };
        };
      };
    };
    responses: {
      /** @description It is compared with from now on. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Watchlist'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listProfiles: {
    parameters: {
      query?: {
        /** @description Words of the name or their beginnings, an e-mail address, the last digits of a phone number, or a reservation. */
        q?: string;
        /** @description With true, only people about whom a warning stands. */
        warned?: boolean;
        /** @description The largest number of items on the page. */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` of the page before. */
        cursor?: components['parameters']['Cursor'];
      };
      header?: never;
      path: {
        /** @description The property's ID in the PMS. */
        propertyId: components['parameters']['PropertyId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['ProfileSummary'][];
            nextCursor: components['schemas']['NextCursor'];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  createProfile: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The property's ID in the PMS. */
        propertyId: components['parameters']['PropertyId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "firstName": "Maria",
         *       "lastName": "Example",
         *       "phone": "+351 21 000 0000"
         *     }
         */
        'application/json': components['schemas']['GivenPerson'];
      };
    };
    responses: {
      /** @description Written down. */
      201: {
        headers: {
          /** @description Where the card is */
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Profile'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getProfileOfGuest: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The property's ID in the PMS. */
        propertyId: components['parameters']['PropertyId'];
        /** @description The guest's ID in the PMS. */
        guestId: components['parameters']['GuestId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Profile'];
      default: components['responses']['Problem'];
    };
  };
  getProfile: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The property's ID in the PMS. */
        propertyId: components['parameters']['PropertyId'];
        profileId: components['parameters']['ProfileId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Profile'];
      default: components['responses']['Problem'];
    };
  };
  eraseProfile: {
    parameters: {
      query: {
        version: components['schemas']['ProfileVersion'];
      };
      header?: never;
      path: {
        /** @description The property's ID in the PMS. */
        propertyId: components['parameters']['PropertyId'];
        profileId: components['parameters']['ProfileId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Erased. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  editProfilePerson: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The property's ID in the PMS. */
        propertyId: components['parameters']['PropertyId'];
        profileId: components['parameters']['ProfileId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          version: components['schemas']['ProfileVersion'];
          person: components['schemas']['GivenPerson'];
        };
      };
    };
    responses: {
      200: components['responses']['Profile'];
      default: components['responses']['Problem'];
    };
  };
  addProfileNote: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The property's ID in the PMS. */
        propertyId: components['parameters']['PropertyId'];
        profileId: components['parameters']['ProfileId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "kind": "warning",
         *       "text": "Left without paying in May; call the manager"
         *     }
         */
        'application/json': {
          /** @enum {string} */
          kind: 'note' | 'warning';
          text: components['schemas']['GivenReason'];
        };
      };
    };
    responses: {
      /** @description Written. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Profile'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  withdrawProfileNote: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The property's ID in the PMS. */
        propertyId: components['parameters']['PropertyId'];
        profileId: components['parameters']['ProfileId'];
        noteId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: components['schemas']['GivenReason'];
        };
      };
    };
    responses: {
      200: components['responses']['Profile'];
      default: components['responses']['Problem'];
    };
  };
  linkProfiles: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The property's ID in the PMS. */
        propertyId: components['parameters']['PropertyId'];
        profileId: components['parameters']['ProfileId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          otherId: string;
          kind: components['schemas']['ProfileLinkKind'];
          note?: string;
        };
      };
    };
    responses: {
      200: components['responses']['Profile'];
      default: components['responses']['Problem'];
    };
  };
  unlinkProfiles: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The property's ID in the PMS. */
        propertyId: components['parameters']['PropertyId'];
        profileId: components['parameters']['ProfileId'];
        linkId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Taken back. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  listProfileSuggestions: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The property's ID in the PMS. */
        propertyId: components['parameters']['PropertyId'];
        profileId: components['parameters']['ProfileId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Suggestions. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            duplicates: components['schemas']['ProfileDuplicate'][];
            links: components['schemas']['ProfileLinkSuggestion'][];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listProfileDuplicates: {
    parameters: {
      query?: {
        /** @description The largest number of items on the page. */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` of the page before. */
        cursor?: components['parameters']['Cursor'];
      };
      header?: never;
      path: {
        /** @description The property's ID in the PMS. */
        propertyId: components['parameters']['PropertyId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['ProfilePair'][];
            nextCursor: components['schemas']['NextCursor'];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  mergeProfiles: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The property's ID in the PMS. */
        propertyId: components['parameters']['PropertyId'];
        profileId: components['parameters']['ProfileId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          otherId: string;
          version: components['schemas']['ProfileVersion'];
          otherVersion: components['schemas']['ProfileVersion'];
          reason?: string;
        };
      };
    };
    responses: {
      200: components['responses']['Profile'];
      default: components['responses']['Problem'];
    };
  };
  undoProfileMerge: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The property's ID in the PMS. */
        propertyId: components['parameters']['PropertyId'];
        profileId: components['parameters']['ProfileId'];
        mergeId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          version: components['schemas']['ProfileVersion'];
        };
      };
    };
    responses: {
      200: components['responses']['Profile'];
      default: components['responses']['Problem'];
    };
  };
  splitProfile: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The property's ID in the PMS. */
        propertyId: components['parameters']['PropertyId'];
        profileId: components['parameters']['ProfileId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          version: components['schemas']['ProfileVersion'];
          /** @description Where the guest has this ID */
          propertyId: string;
          guestId: string;
        };
      };
    };
    responses: {
      200: components['responses']['Profile'];
      default: components['responses']['Problem'];
    };
  };
  tellProfilesApart: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The property's ID in the PMS. */
        propertyId: components['parameters']['PropertyId'];
        profileId: components['parameters']['ProfileId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          otherId: string;
          reason?: string;
        };
      };
    };
    responses: {
      /** @description Remembered. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  getStatistics: {
    parameters: {
      query?: {
        /** @description Their IDs, with commas between; all of them where it is left out. */
        properties?: string;
        /** @description The first day, inclusive, in the property's calendar; 90 days before `to` where it is left out. */
        from?: components['parameters']['StatisticsFrom'];
        /** @description The last day, inclusive; today where it is left out. At most three years after `from`. */
        to?: components['parameters']['StatisticsTo'];
        /** @description Of the outcomes over time. */
        step?: 'day' | 'week' | 'month';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The figures. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Statistics'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getDisparityReport: {
    parameters: {
      query?: {
        /** @description Their IDs, with commas between; all of them where it is left out. */
        properties?: string;
        /** @description The first day, inclusive, in the property's calendar; 90 days before `to` where it is left out. */
        from?: components['parameters']['StatisticsFrom'];
        /** @description The last day, inclusive; today where it is left out. At most three years after `from`. */
        to?: components['parameters']['StatisticsTo'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The report. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DisparityReport'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getScreeningHealth: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The property's ID in the PMS. */
        propertyId: components['parameters']['PropertyId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As of now. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ScreeningHealth'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getJobFigures: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As of now. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JobFigures'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getDiagnostics: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As of now. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Diagnosis'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listAlerts: {
    parameters: {
      query?: {
        /** @description Alerts of one property, and of the whole service where the caller may see these. */
        propertyId?: string;
        state?: 'open' | 'all';
        /** @description The largest number of items on the page. */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` of the page before. */
        cursor?: components['parameters']['Cursor'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Alert'][];
            nextCursor: components['schemas']['NextCursor'];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  acknowledgeAlert: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    /** @description Nothing needs to be said. */
    requestBody?: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description As it is now. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Alert'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listBuriedJobs: {
    parameters: {
      query?: {
        /** @description The largest number of items on the page. */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` of the page before. */
        cursor?: components['parameters']['Cursor'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['BuriedJob'][];
            nextCursor: components['schemas']['NextCursor'];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  replayJob: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    /** @description Nothing needs to be said. */
    requestBody?: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description It is due now. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            id: string;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listArrivals: {
    parameters: {
      query?: {
        /** @description The first day of arrival; today where it is left out. */
        from?: string;
        /** @description The last day of arrival, at most 61 days after the first; the day after it where it is left out. */
        to?: string;
        /** @description The largest number of items on the page. */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` of the page before. */
        cursor?: components['parameters']['Cursor'];
      };
      header?: never;
      path: {
        /** @description The property's ID in the PMS. */
        propertyId: components['parameters']['PropertyId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /**
             * Format: date
             * @description Today at the property
             */
            today: string;
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            /**
             * @description Guests who arrive on these days, by state, over all pages.
             * @example {
             *       "clear": 9,
             *       "review": 2,
             *       "waiting": 1
             *     }
             */
            counts: {
              [key: string]: number;
            };
            items: components['schemas']['Arrival'][];
            nextCursor: components['schemas']['NextCursor'];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listReviews: {
    parameters: {
      query?: {
        /** @description Those that the caller looks after (`me`), or that nobody does (`nobody`); all where it is left out. */
        assigned?: 'me' | 'nobody';
        /** @description The largest number of items on the page. */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` of the page before. */
        cursor?: components['parameters']['Cursor'];
      };
      header?: never;
      path: {
        /** @description The property's ID in the PMS. */
        propertyId: components['parameters']['PropertyId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['GuestOnBoard'][];
            nextCursor: components['schemas']['NextCursor'];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  addGuestNote: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['ScreeningId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "text": "Arrives late",
         *       "the night porter knows": null
         *     }
         */
        'application/json': {
          text: string;
        };
      };
    };
    responses: {
      /** @description It is written down. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GuestNote'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  removeGuestNote: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['ScreeningId'];
        noteId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It is gone. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  listReviewers: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The property's ID in the PMS. */
        propertyId: components['parameters']['PropertyId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description By name. Only people who have signed in once. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "6f1d2c3b",
           *           "name": "Ana Reis"
           *         }
           *       ]
           *     }
           */
          'application/json': {
            items: {
              id: string;
              name: string;
            }[];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  assignScreening: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['ScreeningId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "to": "me"
         *     }
         */
        'application/json': {
          /** @description `me`, or the ID of a user who may review here */
          to: string;
        };
      };
    };
    responses: {
      /** @description Who looks after it now. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Assignment'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  unassignScreening: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['ScreeningId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Nobody does. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
}
