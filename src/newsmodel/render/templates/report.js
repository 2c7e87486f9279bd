// Filter the page by actor and act.  Without this script all of it is shown.
const form = document.querySelector(".bar");
const parts = [...document.querySelectorAll("[data-actors]")];
const groups = [...document.querySelectorAll(".speaker")];
const cards = parts.filter((part) => "card" in part.dataset);

const has = (words, word) => !word || words === undefined || words.split(" ").includes(word);

function filter() {
  const actor = form.elements.actor.value;
  const act = form.elements.act.value;
  for (const part of parts) {
    const fits = has(part.dataset.actors, actor) && has(part.dataset.acts, act);
    // Words stay where they are and only lose their mark.
    if (part.localName === "mark") part.classList.toggle("off", !fits);
    else part.toggleAttribute("hidden", !fits);
  }
  for (const group of groups) {
    group.hidden = !group.querySelector("[data-card]:not([hidden])");
  }
  const shown = cards.filter((card) => !card.hidden).length;
  form.querySelector("output").textContent = `${shown} of ${cards.length} claims`;
}

form.hidden = false;
form.addEventListener("change", filter);
form.addEventListener("reset", () => setTimeout(filter));
form.addEventListener("submit", (event) => event.preventDefault());
filter();
