// htmx is silent when the server cannot be reached or refuses; people should know.
(() => {
  const trouble = () => document.getElementById("trouble");

  const show = (text) => {
    const box = trouble();
    if (box && (box.hidden || box.textContent !== text)) {
      box.textContent = text;
      box.hidden = false;
    }
  };

  document.addEventListener("htmx:sendError", () =>
    show("Daybook can not be reached. What you see may be out of date."));

  document.addEventListener("htmx:responseError", (event) =>
    show(`Daybook answered with an error (${event.detail.xhr.status}). Reload the page before you go on.`));

  document.addEventListener("htmx:afterOnLoad", (event) => {
    const box = trouble();
    if (box && event.detail.xhr.status < 400) {
      box.hidden = true;
    }
  });
})();
