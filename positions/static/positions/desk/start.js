// What a page of another site has sent goes on to the desk by itself.
document.querySelector("form.pass-on")?.requestSubmit();

// Pasting: whether an address is known is said while the rest is filled in.
paste: {
  const form = document.querySelector(".paste");
  const said = document.getElementById("address-known");
  const url = form?.elements.namedItem("url");
  if (!url) break paste;

  const check = async () => {
    const address = new URL(form.dataset.address, location.href);
    address.searchParams.set("url", url.value);
    const answer = await fetch(address).catch(() => null);
    if (!answer?.ok) return;
    const { known } = await answer.json();
    said.replaceChildren();
    if (!known) return;
    const link = document.createElement("a");
    link.href = known.change;
    link.textContent = known.title;
    const when = known.date && `, ${known.date}`;
    const many = known.statements === 1 ? "1 statement is" : `${known.statements} statements are`;
    said.append("This is ", link, `${when}: ${many} entered from it. Its title, date and publisher are used.`);
  };

  url?.addEventListener("change", check);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    form.requestSubmit();
  });
}
