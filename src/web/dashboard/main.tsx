import { render } from 'preact';

const place = document.querySelector('#app');
if (place !== null) render(<h1>Guest screening</h1>, place);
