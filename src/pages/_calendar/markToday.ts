// A page that was built yesterday cannot know what day it is: the browser says so, on the desk's clocks.
const grid = document.querySelector<HTMLElement>('.calendar-grid');
if (grid) {
  const { zone = 'UTC', today = '' } = grid.dataset;
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format();
  const cell = grid.querySelector(`td[data-day="${day}"]`);
  cell?.setAttribute('aria-current', 'date');
  const label = cell?.querySelector('.calendar-grid-today');
  if (label) label.textContent = today;
}
