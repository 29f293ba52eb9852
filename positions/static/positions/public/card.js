// A card tells the page around it how high it is, whenever that changes. Without a script it scrolls.
if (parent !== window) {
  const card = document.body;
  document.documentElement.classList.add("measured"); // no higher than what is in it
  new ResizeObserver(() => {
    const height = Math.ceil(card.getBoundingClientRect().height);
    parent.postMessage({ type: "card-height", height, address: location.href }, "*");
  }).observe(card);
}
