customElements.define('vision-card', class extends HTMLElement {
  connectedCallback() {
    const root = this.attachShadow({ mode: 'open' });
    const heading = document.createElement('h3');
    heading.textContent = 'Our vision';
    const sentence = document.createElement('p');
    sentence.append(document.createElement('slot'), ' we will connect every island of the sound without burning a litre of diesel.');
    sentence.querySelector('slot').name = 'years';
    root.append(heading, sentence);
  }
});
