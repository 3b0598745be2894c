import { render } from 'preact';
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/shell.css';
import './styles/arrivals.css';
import './styles/detail.css';
import './styles/pages.css';
import './styles/print.css';
import { App } from './app.tsx';
import { speak } from './i18n/texts.ts';
import { findWishedLanguage, followPreferences } from './state/preferences.ts';
import { followAddress } from './state/route.ts';
import { followSearch } from './state/search.ts';

const place = document.querySelector('#app');
if (place !== null) {
  followPreferences();
  followAddress();
  followSearch();
  await speak(findWishedLanguage());
  render(<App />, place);
}
