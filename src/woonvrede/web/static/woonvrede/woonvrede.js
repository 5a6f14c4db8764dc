// SPDX-FileCopyrightText: Woonvrede contributors
// SPDX-License-Identifier: EUPL-1.2

// Everything works without this file. It moves the focus where a screen reader expects it after
// htmx has swapped a part of the page, and says so when an answer does not arrive; and it takes the
// faults away of a form that is sent again, where a file is the answer and the page stays.
"use strict";

const failure = () => document.getElementById("failure");

document.addEventListener("htmx:afterSwap", (event) => {
  const summary = event.target.parentElement?.querySelector(".faults") ?? document.querySelector(".faults");
  if (summary) summary.focus();
});

for (const name of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
  document.addEventListener(name, () => {
    failure().hidden = false;
    failure().focus();
  });
}

document.addEventListener("allauth.error", () => {
  const words = document.getElementById("passkey-failure") ?? failure();
  words.hidden = false;
  words.focus();
});

document.addEventListener("htmx:beforeRequest", () => {
  failure().hidden = true;
});

document.addEventListener("submit", (event) => {
  if (!event.target.matches("[data-file]")) return;
  for (const each of document.querySelectorAll(".faults, .field__fault")) each.remove();
  for (const each of document.querySelectorAll(".field--wrong")) each.classList.remove("field--wrong");
  for (const each of document.querySelectorAll("[aria-invalid]")) each.removeAttribute("aria-invalid");
  document.title = document.title.replace(/^Fout: /, "");
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) window.print();
});
