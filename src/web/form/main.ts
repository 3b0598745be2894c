import { checkWhileTyping } from './check-while-typing.ts';
import { offerDocumentReader } from './offer-document-reader.ts';
import { sendOnce } from './send-once.ts';
import { offerSharing } from './share-link.ts';
import { followDelivery } from './follow-delivery.ts';
import { guessCountry } from './guess-country.ts';
import { keepTyped } from './keep-typed.ts';
import { closeMenuOutside } from './language-menu.ts';

// The pages work without any of this.
document.querySelector<HTMLElement>('[data-summary]')?.focus();
// Before it is counted as sent.
keepTyped();
sendOnce();
checkWhileTyping();
closeMenuOutside();
offerSharing();
offerDocumentReader();
guessCountry();
followDelivery();
