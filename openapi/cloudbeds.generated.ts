// Generated from cloudbeds.yaml by npm run openapi. Do not edit.

export interface paths {
  '/getReservations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Page through reservations, with their guests when asked for
     * @description Some changes of a reservation or its guests do not move `dateModified`; getGuestsModified sees those of guests.
     */
    get: operations['getReservations'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/getReservation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read one reservation with its guests */
    get: operations['getReservation'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/getGuest': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read one guest, by guest ID or as the main guest of a reservation */
    get: operations['getGuest'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/getGuestsModified': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Page through guests by the time of their own last change, one row per room
     * @description Without any range only today's changes are answered.
     */
    get: operations['getGuestsModified'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/getGuestNotes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read a guest's notes */
    get: operations['getGuestNotes'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/getCustomFields': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the custom fields that a property has */
    get: operations['getCustomFields'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/getHotels': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the properties that the key opens; the only place that tells their time zones */
    get: operations['getHotels'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/getHotelDetails': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read a property's address, house times and contact */
    get: operations['getHotelDetails'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/getWebhooks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the webhook subscriptions that this client made */
    get: operations['getWebhooks'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/putGuest': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Change the named details and custom fields of a guest, and leave the others alone
     * @description Something to change must be sent. Document data is all or nothing: a type other than `na` needs number and issuing country, an issue date unless it is `dni` or `cpf`, an expiration date unless it is `dni`, `nie` or `cpf`. Writing fires the guest/details_changed webhook, whoever writes.
     */
    put: operations['putGuest'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/postGuest': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Add an additional guest to a reservation
     * @description Refused when the reservation already has as many guests as adults and children.
     */
    post: operations['postGuest'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/postGuestNote': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Add a note to a guest; not idempotent */
    post: operations['postGuestNote'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/putGuestNote': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Replace the text of a note */
    put: operations['putGuestNote'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/postCustomField': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Create a custom field, once per property */
    post: operations['postCustomField'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/postWebhook': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Subscribe an address to one event; the same subscription twice is two, and each delivers */
    post: operations['postWebhook'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/deleteWebhook': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** End a webhook subscription */
    delete: operations['deleteWebhook'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/postGuestDocument': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Attach a file to a guest */
    post: operations['postGuestDocument'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/postAppError': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Tell the hotel's staff that something could not be synchronised */
    post: operations['postAppError'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/getAppState': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read how this client stands with a property; not for a property's own client */
    get: operations['getAppState'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/postAppState': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Say how this client stands with a property; `disabled` ends its keys, tokens and subscriptions there */
    post: operations['postAppState'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/oauth/metadata': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Ask where the property of a key or token lives; other requests go to that host */
    get: operations['getMetadata'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/access_token': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Change a code of the authorize page for a key or for tokens, or a refresh token for new tokens
     * @description Which fields are needed depends on the grant type: a code needs the redirect address that it was asked for with; a refresh token works once, and its answer holds the next one. Under the grant type for API keys the key comes as `access_token`, and nothing expires.
     */
    post: operations['postAccessToken'];
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
    /** @description The request was understood and is not carried out. */
    Refusal: {
      /** @constant */
      success: false;
      message: string;
    };
    /** @description Written with digits, sometimes with a dash and a number behind (rooms). */
    Id: string;
    /** @enum {string} */
    AppState: 'enabled' | 'disabled' | 'installing' | 'pending';
    OAuthError: {
      /** @example invalid_grant */
      error: string;
      error_description?: string;
    };
    IdList: string;
    /** @description In the property's time zone, `YYYY-MM-DD HH:MM:SS`; with an offset only in ISO 8601. */
    LocalDateTime: string;
    DateOrEmpty: string | null;
    /** @description ISO 3166-1 alpha-2 */
    Country: string;
    /** @enum {string} */
    Gender: 'M' | 'F' | 'N/A';
    /** @enum {string} */
    ReservationStatus: 'not_confirmed' | 'confirmed' | 'canceled' | 'checked_in' | 'checked_out' | 'no_show';
    /** @description Refused when it holds more than 12 digits that pass the Luhn check, as a payment card's would. */
    NoteText: string;
    WrittenCustomField: {
      /** @description The name of an existing guest field, not its shortcode */
      customFieldName: string;
      /** @description At most the field's maxCharacters; the digit rule of NoteText */
      customFieldValue: string;
    };
    ReadCustomField: {
      customFieldID?: string | null;
      shortcode: string | null;
      isActive?: boolean | null;
      customFieldName: string | null;
      customFieldValue: string | null;
    };
    NamedCustomField: {
      customFieldName: string | null;
      customFieldValue: string | null;
    };
    ListedReservation: {
      propertyID: components['schemas']['Id'];
      reservationID: components['schemas']['Id'];
      dateCreated: components['schemas']['LocalDateTime'];
      dateModified: components['schemas']['LocalDateTime'];
      status: components['schemas']['ReservationStatus'];
      guestID: components['schemas']['Id'];
      guestName?: string;
      /** Format: date */
      startDate: string;
      /** Format: date */
      endDate: string;
      /** @description A number in a string */
      adults?: string;
      /** @description A number in a string */
      children?: string;
      balance?: number;
      sourceName?: string;
      sourceID?: string;
      /** @description The source's own number for the booking */
      thirdPartyIdentifier?: string;
      origin?: string;
      /** @description The reservation's own, with includeCustomFields. */
      customFields?: components['schemas']['ReadCustomField'][] | null;
      /** @description With includeAllRooms. */
      rooms?: components['schemas']['ReservationRoom'][];
      /** @description By guest ID, additional guests too; with includeGuestsDetails. */
      guestList?: {
        [key: string]: components['schemas']['ListedGuest'];
      } | null;
    };
    ReservationRoom: {
      roomTypeID?: string;
      roomTypeName?: string;
      roomTypeIsVirtual?: boolean;
      subReservationID?: string;
      guestID?: string;
      guestName?: string;
      adults?: string;
      children?: string;
      reservationRoomID?: string;
      roomID?: string;
      roomName?: string | null;
      roomCheckIn?: string;
      roomCheckOut?: string;
      /** @enum {string} */
      roomStatus?: 'cancelled' | 'in_house' | 'checked_out' | 'not_checked_in';
    };
    /** @description A guest as getReservations and getReservation spell it. */
    ListedGuest: {
      guestID: string | null;
      guestFirstName?: string | null;
      guestLastName?: string | null;
      /** @enum {string|null} */
      guestGender?: 'M' | 'F' | 'N/A' | null;
      guestEmail?: string | null;
      guestPhone?: string | null;
      guestCellPhone?: string | null;
      guestAddress?: string | null;
      guestAddress2?: string | null;
      guestCity?: string | null;
      guestState?: string | null;
      guestCountry?: string | null;
      guestZip?: string | null;
      guestBirthdate?: components['schemas']['DateOrEmpty'];
      guestDocumentType?: string | null;
      guestDocumentNumber?: string | null;
      guestDocumentIssueDate?: components['schemas']['DateOrEmpty'];
      guestDocumentIssuingCountry?: string | null;
      guestDocumentExpirationDate?: components['schemas']['DateOrEmpty'];
      taxID?: string | null;
      companyTaxID?: string | null;
      companyName?: string | null;
      assignedRoom?: boolean | null;
      roomID?: string | null;
      roomName?: string | null;
      roomTypeName?: string | null;
      customFields?: components['schemas']['ReadCustomField'][] | null;
      isAnonymized?: boolean | null;
      isMainGuest?: boolean | null;
    };
    Reservation: {
      propertyID: components['schemas']['Id'];
      reservationID: components['schemas']['Id'];
      guestName?: string;
      guestEmail?: string;
      /** @description Of the main guest */
      isAnonymized?: boolean;
      guestList: {
        [key: string]: components['schemas']['ListedGuest'];
      };
      dateCreated: components['schemas']['LocalDateTime'];
      dateModified: components['schemas']['LocalDateTime'];
      source?: string;
      sourceID?: string;
      thirdPartyIdentifier?: string | null;
      status: components['schemas']['ReservationStatus'];
      total?: number;
      balance?: number;
      assigned?: components['schemas']['AssignedRoom'][];
      unassigned?: components['schemas']['UnassignedRoom'][];
      /** Format: date */
      startDate: string;
      /** Format: date */
      endDate: string;
      origin?: string;
    };
    AssignedRoom: {
      reservationRoomID?: string;
      roomTypeID?: string;
      roomTypeName?: string;
      subReservationID?: string;
      roomID?: string;
      roomName?: string;
      /** Format: date */
      startDate?: string;
      /** Format: date */
      endDate?: string;
      adults?: string;
      children?: string;
    };
    UnassignedRoom: {
      reservationRoomID?: string;
      roomTypeID?: string;
      roomTypeName?: string;
      subReservationID?: string;
      /** Format: date */
      startDate?: string;
      /** Format: date */
      endDate?: string;
      adults?: string;
      children?: string;
    };
    /** @description A guest as getGuest spells it. */
    Guest: {
      firstName?: string | null;
      lastName?: string | null;
      /** @enum {string|null} */
      gender?: 'M' | 'F' | 'N/A' | null;
      email?: string | null;
      phone?: string | null;
      cellPhone?: string | null;
      country?: string | null;
      address?: string | null;
      address2?: string | null;
      city?: string | null;
      zip?: string | null;
      state?: string | null;
      birthDate?: components['schemas']['DateOrEmpty'];
      documentType?: string | null;
      documentNumber?: string | null;
      documentIssueDate?: components['schemas']['DateOrEmpty'];
      documentIssuingCountry?: string | null;
      documentExpirationDate?: components['schemas']['DateOrEmpty'];
      customFields?: components['schemas']['NamedCustomField'][];
      specialRequests?: string | null;
      taxID?: string | null;
      companyTaxID?: string | null;
      companyName?: string | null;
      isAnonymized?: boolean;
      guestOptIn?: boolean;
      isMerged?: boolean;
      /** @description Whom a merged guest lives on as */
      newGuestID?: string | null;
    };
    /** @description A guest as getGuestsModified spells it. */
    ModifiedGuest: {
      guestID: components['schemas']['Id'];
      reservationID: components['schemas']['Id'];
      roomTypeID?: string | null;
      roomID?: string | null;
      roomName?: string | null;
      guestFirstName?: string | null;
      guestLastName?: string | null;
      /** @enum {string|null} */
      guestGender?: 'M' | 'F' | 'N/A' | null;
      guestEmail?: string | null;
      guestPhone?: string | null;
      guestCellPhone?: string | null;
      guestAddress1?: string | null;
      guestAddress2?: string | null;
      guestCity?: string | null;
      guestState?: string | null;
      guestCountry?: string | null;
      guestZip?: string | null;
      guestBirthDate?: components['schemas']['DateOrEmpty'];
      guestDocumentType?: string | null;
      guestDocumentNumber?: string | null;
      guestDocumentIssueDate?: components['schemas']['DateOrEmpty'];
      guestDocumentIssuingCountry?: string | null;
      guestDocumentExpirationDate?: components['schemas']['DateOrEmpty'];
      /** @description Check-in of the stay */
      startDate?: string;
      /** @description Check-out of the stay */
      endDate?: string;
      customFields?: components['schemas']['NamedCustomField'][];
      dateModified: components['schemas']['LocalDateTime'];
      taxID?: string | null;
      companyTaxID?: string | null;
      companyName?: string | null;
      isAnonymized?: boolean;
      guestOptIn?: boolean;
      isMerged?: boolean;
      /** @description Whom a merged guest lives on as */
      newGuestID?: string | null;
    };
    GuestNote: {
      guestNoteID: components['schemas']['Id'];
      userName?: string;
      dateCreated?: components['schemas']['LocalDateTime'];
      dateModified?: components['schemas']['LocalDateTime'];
      guestNote: string;
    };
    CustomField: {
      propertyID?: components['schemas']['Id'];
      name: string;
      shortcode: string;
      /** @enum {string} */
      applyTo: 'reservation' | 'guest';
      required?: boolean;
      isPersonal?: boolean;
      maxCharacters: number;
      /** @enum {string} */
      type?: 'input' | 'text';
      displayed?: ('reservation' | 'booking' | 'card')[];
    };
    NewCustomField: {
      propertyID?: components['schemas']['Id'];
      name: string;
      shortcode: string;
      /**
       * @default reservation
       * @enum {string}
       */
      applyTo: 'reservation' | 'guest';
      /** @default false */
      required: boolean;
      /** @default 40 */
      maxCharacters: number;
      /**
       * @default input
       * @enum {string}
       */
      type: 'input' | 'text';
      displayed?: ('reservation' | 'booking' | 'card')[];
      /** @description Whether it is removed when a guest's data is */
      isPersonal: boolean;
    };
    Hotel: {
      propertyID: components['schemas']['Id'];
      organizationID?: string;
      propertyName: string;
      propertyImage?: string;
      propertyDescription?: string;
      /** @description IANA name */
      propertyTimezone: string;
    };
    HotelDetails: {
      propertyID: components['schemas']['Id'];
      organizationID?: string;
      propertyName: string;
      propertyType?: string;
      propertyPrimaryLanguage?: string;
      propertyPhone?: string;
      propertyEmail?: string;
      propertyAddress?: {
        propertyAddress1?: string;
        propertyAddress2?: string;
        propertyCity?: string;
        propertyState?: string;
        propertyZip?: string;
        propertyCountry?: string;
      };
      propertyPolicy?: {
        propertyCheckInTime?: string;
        propertyCheckOutTime?: string;
      };
    };
    Webhook: {
      id?: string | null;
      key?: {
        /** @enum {string|null} */
        type?: 'user' | 'property' | 'association' | null;
        id?: string | null;
      } | null;
      event?: {
        entity?: string | null;
        action?: string | null;
      } | null;
      owner?: {
        type?: string | null;
        id?: string | null;
      } | null;
      subscriptionType?: string | null;
      subscriptionData?: {
        endpoint?: string | null;
      } | null;
    };
    GuestUpdate: {
      propertyID?: components['schemas']['Id'];
      guestID: components['schemas']['Id'];
      guestFirstName?: string;
      guestLastName?: string;
      guestGender?: components['schemas']['Gender'];
      guestEmail?: string;
      guestPhone?: string;
      guestCellPhone?: string;
      guestAddress1?: string;
      guestAddress2?: string;
      guestCity?: string;
      guestCountry?: components['schemas']['Country'];
      guestState?: string;
      guestZip?: string;
      /** Format: date */
      guestBirthDate?: string;
      /** @enum {string} */
      guestDocumentType?:
        'na' | 'driver_licence' | 'student_id' | 'passport' | 'dni' | 'nie' | 'social_security_card' | 'cpf';
      guestDocumentNumber?: string;
      /** Format: date */
      guestDocumentIssueDate?: string;
      guestDocumentIssuingCountry?: components['schemas']['Country'];
      /** Format: date */
      guestDocumentExpirationDate?: string;
      guestCustomFields?: components['schemas']['WrittenCustomField'][];
      guestCompanyName?: string;
      guestCompanyTaxId?: string;
      guestTaxId?: string;
    };
    AdditionalGuest: {
      propertyID?: components['schemas']['Id'];
      reservationID: components['schemas']['Id'];
      guestFirstName: string;
      guestLastName: string;
      guestGender?: components['schemas']['Gender'];
      /** Format: email */
      guestEmail: string;
      guestPhone?: string;
      guestCellPhone?: string;
      guestAddress1?: string;
      guestAddress2?: string;
      guestCity?: string;
      guestCountry: components['schemas']['Country'];
      guestState?: string;
      guestZip?: string;
      /** Format: date */
      guestBirthDate?: string;
      /**
       * @description Spelled driver_license here and driver_licence in putGuest.
       * @enum {string}
       */
      guestDocumentType?:
        'na' | 'driver_license' | 'student_id' | 'passport' | 'dni' | 'nie' | 'social_security_card' | 'cpf';
      guestDocumentNumber?: string;
      /** Format: date */
      guestDocumentIssueDate?: string;
      guestDocumentIssuingCountry?: components['schemas']['Country'];
      /** Format: date */
      guestDocumentExpirationDate?: string;
      customFields?: components['schemas']['WrittenCustomField'][];
      guestNote?: components['schemas']['NoteText'];
      reservationNote?: components['schemas']['NoteText'];
      guestCompanyName?: string;
      guestCompanyTaxId?: string;
      guestTaxId?: string;
    };
  };
  responses: {
    /** @description Done, or a refusal */
    Done: {
      headers: {
        'X-Request-ID': components['headers']['XRequestId'];
        [name: string]: unknown;
      };
      content: {
        'application/json':
          | {
              /** @constant */
              success: true;
              /** @description A warning, rarely */
              message?: string | null;
            }
          | components['schemas']['Refusal'];
      };
    };
    /** @description The key or token is not valid, or not any more */
    Unauthorized: {
      headers: {
        [name: string]: unknown;
      };
      content?: never;
    };
    /** @description More requests in this second than the key may make */
    TooManyRequests: {
      headers: {
        [name: string]: unknown;
      };
      content?: never;
    };
    /** @description The API or a gateway before it is out of order; possibly HTML */
    OutOfOrder: {
      headers: {
        [name: string]: unknown;
      };
      content?: never;
    };
  };
  parameters: {
    /** @description May be left out when the key opens one property only. */
    PropertyId: components['schemas']['Id'];
    /** @description One ID or several with commas; all of the key's properties without it. */
    PropertyIds: components['schemas']['IdList'];
    CheckInFrom: string;
    CheckInTo: string;
    CheckOutFrom: string;
    CheckOutTo: string;
    PageNumber: number;
    PageSize: number;
  };
  requestBodies: never;
  headers: {
    /** @description The vendor's name for this request; what its support asks for. */
    XRequestId: string;
  };
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  getReservations: {
    parameters: {
      query?: {
        /** @description One ID or several with commas; all of the key's properties without it. */
        propertyID?: components['schemas']['IdList'];
        status?: components['schemas']['ReservationStatus'];
        resultsFrom?: components['schemas']['LocalDateTime'];
        resultsTo?: components['schemas']['LocalDateTime'];
        modifiedFrom?: components['schemas']['LocalDateTime'];
        modifiedTo?: components['schemas']['LocalDateTime'];
        checkInFrom?: components['parameters']['CheckInFrom'];
        checkInTo?: components['parameters']['CheckInTo'];
        checkOutFrom?: components['parameters']['CheckOutFrom'];
        checkOutTo?: components['parameters']['CheckOutTo'];
        includeGuestsDetails?: boolean;
        includeCustomFields?: boolean;
        includeAllRooms?: boolean;
        /** @description Finds the reservations of additional guests too. */
        guestID?: components['schemas']['Id'];
        /** @description Latest change first; otherwise in the order of booking. */
        sortByRecent?: boolean;
        pageNumber?: components['parameters']['PageNumber'];
        pageSize?: components['parameters']['PageSize'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of reservations, or a refusal */
      200: {
        headers: {
          'X-Request-ID': components['headers']['XRequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json':
            | {
                /** @constant */
                success: true;
                data: components['schemas']['ListedReservation'][];
                /** @description On this page */
                count: number;
                /** @description On all pages */
                total: number;
              }
            | components['schemas']['Refusal'];
        };
      };
      401: components['responses']['Unauthorized'];
      429: components['responses']['TooManyRequests'];
      '5XX': components['responses']['OutOfOrder'];
    };
  };
  getReservation: {
    parameters: {
      query: {
        /** @description May be left out when the key opens one property only. */
        propertyID?: components['parameters']['PropertyId'];
        reservationID: components['schemas']['Id'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The reservation, or a refusal */
      200: {
        headers: {
          'X-Request-ID': components['headers']['XRequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json':
            | {
                /** @constant */
                success: true;
                data: components['schemas']['Reservation'];
              }
            | components['schemas']['Refusal'];
        };
      };
      401: components['responses']['Unauthorized'];
      429: components['responses']['TooManyRequests'];
      '5XX': components['responses']['OutOfOrder'];
    };
  };
  getGuest: {
    parameters: {
      query?: {
        /** @description May be left out when the key opens one property only. */
        propertyID?: components['parameters']['PropertyId'];
        reservationID?: components['schemas']['Id'];
        guestID?: components['schemas']['Id'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The guest, or a refusal */
      200: {
        headers: {
          'X-Request-ID': components['headers']['XRequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json':
            | {
                /** @constant */
                success: true;
                data: components['schemas']['Guest'];
              }
            | components['schemas']['Refusal'];
        };
      };
      401: components['responses']['Unauthorized'];
      429: components['responses']['TooManyRequests'];
      '5XX': components['responses']['OutOfOrder'];
    };
  };
  getGuestsModified: {
    parameters: {
      query?: {
        /** @description One ID or several with commas; all of the key's properties without it. */
        propertyIDs?: components['parameters']['PropertyIds'];
        inHouse?: boolean;
        resultsFrom?: components['schemas']['LocalDateTime'];
        resultsTo?: components['schemas']['LocalDateTime'];
        checkInFrom?: components['parameters']['CheckInFrom'];
        checkInTo?: components['parameters']['CheckInTo'];
        checkOutFrom?: components['parameters']['CheckOutFrom'];
        checkOutTo?: components['parameters']['CheckOutTo'];
        pageNumber?: components['parameters']['PageNumber'];
        pageSize?: components['parameters']['PageSize'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of guests, or a refusal */
      200: {
        headers: {
          'X-Request-ID': components['headers']['XRequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json':
            | {
                /** @constant */
                success: true;
                data: components['schemas']['ModifiedGuest'][];
                /** @description On this page */
                count: number;
                /** @description On all pages */
                total: number;
              }
            | components['schemas']['Refusal'];
        };
      };
      401: components['responses']['Unauthorized'];
      429: components['responses']['TooManyRequests'];
      '5XX': components['responses']['OutOfOrder'];
    };
  };
  getGuestNotes: {
    parameters: {
      query: {
        /** @description May be left out when the key opens one property only. */
        propertyID?: components['parameters']['PropertyId'];
        guestID: components['schemas']['Id'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The notes, or a refusal */
      200: {
        headers: {
          'X-Request-ID': components['headers']['XRequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json':
            | {
                /** @constant */
                success: true;
                data: components['schemas']['GuestNote'][];
              }
            | components['schemas']['Refusal'];
        };
      };
      401: components['responses']['Unauthorized'];
      429: components['responses']['TooManyRequests'];
      '5XX': components['responses']['OutOfOrder'];
    };
  };
  getCustomFields: {
    parameters: {
      query?: {
        /** @description May be left out when the key opens one property only. */
        propertyID?: components['parameters']['PropertyId'];
        customFieldID?: components['schemas']['Id'];
        shortcode?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The fields, or a refusal */
      200: {
        headers: {
          'X-Request-ID': components['headers']['XRequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json':
            | {
                /** @constant */
                success: true;
                data: components['schemas']['CustomField'][];
              }
            | components['schemas']['Refusal'];
        };
      };
      401: components['responses']['Unauthorized'];
      429: components['responses']['TooManyRequests'];
      '5XX': components['responses']['OutOfOrder'];
    };
  };
  getHotels: {
    parameters: {
      query?: {
        /** @description One ID or several with commas; all of the key's properties without it. */
        propertyIDs?: components['parameters']['PropertyIds'];
        propertyName?: string;
        propertyCity?: string;
        pageNumber?: components['parameters']['PageNumber'];
        pageSize?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of properties, or a refusal */
      200: {
        headers: {
          'X-Request-ID': components['headers']['XRequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json':
            | {
                /** @constant */
                success: true;
                data: components['schemas']['Hotel'][];
                /** @description On this page */
                count: number;
                /** @description On all pages */
                total: number;
              }
            | components['schemas']['Refusal'];
        };
      };
      401: components['responses']['Unauthorized'];
      429: components['responses']['TooManyRequests'];
      '5XX': components['responses']['OutOfOrder'];
    };
  };
  getHotelDetails: {
    parameters: {
      query?: {
        /** @description May be left out when the key opens one property only. */
        propertyID?: components['parameters']['PropertyId'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The property, or a refusal */
      200: {
        headers: {
          'X-Request-ID': components['headers']['XRequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json':
            | {
                /** @constant */
                success: true;
                data: components['schemas']['HotelDetails'];
              }
            | components['schemas']['Refusal'];
        };
      };
      401: components['responses']['Unauthorized'];
      429: components['responses']['TooManyRequests'];
      '5XX': components['responses']['OutOfOrder'];
    };
  };
  getWebhooks: {
    parameters: {
      query?: {
        /** @description May be left out when the key opens one property only. */
        propertyID?: components['parameters']['PropertyId'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The subscriptions, or a refusal */
      200: {
        headers: {
          'X-Request-ID': components['headers']['XRequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json':
            | {
                /** @constant */
                success: true;
                data: components['schemas']['Webhook'][];
              }
            | components['schemas']['Refusal'];
        };
      };
      401: components['responses']['Unauthorized'];
      429: components['responses']['TooManyRequests'];
      '5XX': components['responses']['OutOfOrder'];
    };
  };
  putGuest: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/x-www-form-urlencoded': components['schemas']['GuestUpdate'];
      };
    };
    responses: {
      200: components['responses']['Done'];
      401: components['responses']['Unauthorized'];
      429: components['responses']['TooManyRequests'];
      '5XX': components['responses']['OutOfOrder'];
    };
  };
  postGuest: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/x-www-form-urlencoded': components['schemas']['AdditionalGuest'];
      };
    };
    responses: {
      /** @description The new guest's ID, or a refusal */
      200: {
        headers: {
          'X-Request-ID': components['headers']['XRequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json':
            | {
                /** @constant */
                success: true;
                guestID: components['schemas']['Id'];
              }
            | components['schemas']['Refusal'];
        };
      };
      401: components['responses']['Unauthorized'];
      429: components['responses']['TooManyRequests'];
      '5XX': components['responses']['OutOfOrder'];
    };
  };
  postGuestNote: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/x-www-form-urlencoded': {
          propertyID?: components['schemas']['Id'];
          guestID: components['schemas']['Id'];
          guestNote: components['schemas']['NoteText'];
          userID?: components['schemas']['Id'];
        };
      };
    };
    responses: {
      /** @description The note's ID, or a refusal */
      200: {
        headers: {
          'X-Request-ID': components['headers']['XRequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json':
            | {
                /** @constant */
                success: true;
                guestNoteID: components['schemas']['Id'];
              }
            | components['schemas']['Refusal'];
        };
      };
      401: components['responses']['Unauthorized'];
      429: components['responses']['TooManyRequests'];
      '5XX': components['responses']['OutOfOrder'];
    };
  };
  putGuestNote: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/x-www-form-urlencoded': {
          propertyID?: components['schemas']['Id'];
          guestID: components['schemas']['Id'];
          noteID: components['schemas']['Id'];
          guestNote: components['schemas']['NoteText'];
        };
      };
    };
    responses: {
      200: components['responses']['Done'];
      401: components['responses']['Unauthorized'];
      429: components['responses']['TooManyRequests'];
      '5XX': components['responses']['OutOfOrder'];
    };
  };
  postCustomField: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/x-www-form-urlencoded': components['schemas']['NewCustomField'];
      };
    };
    responses: {
      /** @description The new field's ID, or a refusal */
      200: {
        headers: {
          'X-Request-ID': components['headers']['XRequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json':
            | {
                /** @constant */
                success: true;
                data: {
                  fieldID: components['schemas']['Id'];
                  name: string;
                  shortcode: string;
                };
              }
            | components['schemas']['Refusal'];
        };
      };
      401: components['responses']['Unauthorized'];
      429: components['responses']['TooManyRequests'];
      '5XX': components['responses']['OutOfOrder'];
    };
  };
  postWebhook: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/x-www-form-urlencoded': {
          propertyID?: components['schemas']['Id'];
          /** @example reservation */
          object: string;
          /** @example created */
          action: string;
          /** Format: uri */
          endpointUrl: string;
        };
      };
    };
    responses: {
      /** @description The subscription's ID, or a refusal */
      200: {
        headers: {
          'X-Request-ID': components['headers']['XRequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json':
            | {
                /** @constant */
                success: true;
                data: {
                  subscriptionID: components['schemas']['Id'];
                };
              }
            | components['schemas']['Refusal'];
        };
      };
      401: components['responses']['Unauthorized'];
      429: components['responses']['TooManyRequests'];
      '5XX': components['responses']['OutOfOrder'];
    };
  };
  deleteWebhook: {
    parameters: {
      query: {
        /** @description One ID or several with commas; all of the key's properties without it. */
        propertyIDs?: components['parameters']['PropertyIds'];
        subscriptionID: components['schemas']['Id'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Done'];
      401: components['responses']['Unauthorized'];
      429: components['responses']['TooManyRequests'];
      '5XX': components['responses']['OutOfOrder'];
    };
  };
  postGuestDocument: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'multipart/form-data': {
          propertyID?: components['schemas']['Id'];
          guestID: components['schemas']['Id'];
          /** Format: binary */
          file: string;
        };
      };
    };
    responses: {
      /** @description The file's ID, or a refusal */
      200: {
        headers: {
          'X-Request-ID': components['headers']['XRequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json':
            | {
                /** @constant */
                success: true;
                data: {
                  fileID: components['schemas']['Id'];
                };
              }
            | components['schemas']['Refusal'];
        };
      };
      401: components['responses']['Unauthorized'];
      429: components['responses']['TooManyRequests'];
      '5XX': components['responses']['OutOfOrder'];
    };
  };
  postAppError: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/x-www-form-urlencoded': {
          propertyID?: components['schemas']['Id'];
          timestamp: components['schemas']['LocalDateTime'];
          /** @enum {string} */
          eventType: 'create' | 'delete' | 'update' | 'sync';
          statusCode?: string;
          description?: string;
          errorMessage?: string;
          /** @enum {string} */
          entityType?: 'invoice' | 'transaction' | 'reservation';
          entityID?: string;
          userID?: components['schemas']['Id'];
        };
      };
    };
    responses: {
      /** @description The report's ID, or a refusal */
      200: {
        headers: {
          'X-Request-ID': components['headers']['XRequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json':
            | {
                /** @constant */
                success: true;
                data: {
                  errorID: components['schemas']['Id'];
                };
              }
            | components['schemas']['Refusal'];
        };
      };
      401: components['responses']['Unauthorized'];
      429: components['responses']['TooManyRequests'];
      '5XX': components['responses']['OutOfOrder'];
    };
  };
  getAppState: {
    parameters: {
      query?: {
        /** @description May be left out when the key opens one property only. */
        propertyID?: components['parameters']['PropertyId'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The state, or a refusal */
      200: {
        headers: {
          'X-Request-ID': components['headers']['XRequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json':
            | {
                /** @constant */
                success: true;
                data: {
                  app_state: components['schemas']['AppState'];
                };
              }
            | components['schemas']['Refusal'];
        };
      };
      401: components['responses']['Unauthorized'];
      429: components['responses']['TooManyRequests'];
      '5XX': components['responses']['OutOfOrder'];
    };
  };
  postAppState: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/x-www-form-urlencoded': {
          propertyID?: components['schemas']['Id'];
          app_state: components['schemas']['AppState'];
        };
      };
    };
    responses: {
      200: components['responses']['Done'];
      401: components['responses']['Unauthorized'];
      429: components['responses']['TooManyRequests'];
      '5XX': components['responses']['OutOfOrder'];
    };
  };
  getMetadata: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The host, or a refusal. `success` is a text here. */
      200: {
        headers: {
          'X-Request-ID': components['headers']['XRequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json':
            | {
                /** @constant */
                success: 'true';
                data: {
                  api: {
                    /** @example https://api.cloudbeds.com */
                    url: string;
                  };
                };
              }
            | {
                /** @constant */
                success: 'false';
                message: string;
              };
        };
      };
      401: components['responses']['Unauthorized'];
      429: components['responses']['TooManyRequests'];
      '5XX': components['responses']['OutOfOrder'];
    };
  };
  postAccessToken: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/x-www-form-urlencoded': {
          /** @enum {string} */
          grant_type: 'authorization_code' | 'refresh_token' | 'urn:ietf:params:oauth:grant-type:api-key';
          client_id: string;
          client_secret: string;
          redirect_uri?: string;
          code?: string;
          refresh_token?: string;
        };
      };
    };
    responses: {
      /** @description A key, or a pair of tokens */
      200: {
        headers: {
          'X-Request-ID': components['headers']['XRequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            access_token: string;
            token_type: string;
            /** @description Seconds */
            expires_in?: number;
            refresh_token?: string;
            resources?: {
              /** @enum {string} */
              type?: 'property' | 'association';
              id?: string;
            }[];
          };
        };
      };
      /** @description The code or token is wrong, spent or too old (RFC 6749, 5.2) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OAuthError'];
        };
      };
      /** @description No client with this secret */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OAuthError'];
        };
      };
      429: components['responses']['TooManyRequests'];
      '5XX': components['responses']['OutOfOrder'];
    };
  };
}
