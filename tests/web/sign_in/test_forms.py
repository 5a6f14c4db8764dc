# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""A form judges on submit, keeps what was typed, and says each fault twice in the same words."""

import re

from django import forms
from django.template.loader import render_to_string

from woonvrede.web.forms import PlainForm


class Question(PlainForm):
    kind = forms.ChoiceField(
        label="Wat is er aan de hand?",
        choices=[("noise", "Geluidsoverlast"), ("other", "Iets anders")],
        widget=forms.RadioSelect,
    )
    since = forms.DateField(label="Sinds wanneer?", help_text="Ongeveer mag ook.")
    steps = forms.CharField(label="Wat is er al gedaan?", widget=forms.Textarea, required=False)
    told = forms.BooleanField(label="De bewoner weet hiervan")


def page(**typed: str) -> str:
    return render_to_string("parts/question.html", {"form": Question(typed), "once": "sleutel-1"})


def test_each_fault_leads_to_its_field_in_the_same_words() -> None:
    html = page()
    links = dict(re.findall(r'<li><a href="#([^"]+)">([^<]+)</a></li>', html))
    assert links == {
        "id_kind_0": "Kies een antwoord: Wat is er aan de hand?",
        "id_since": "Vul een datum in: Sinds wanneer?",
        "id_told": "Zet een vinkje bij: De bewoner weet hiervan",
    }
    assert all(f'id="{name}"' in html for name in links)
    assert all(html.count(words) == 2 for words in links.values())


def test_what_was_typed_is_kept() -> None:
    html = page(kind="other", since="vorige week", steps="Gebeld met <buren>")
    assert 'value="vorige week"' in html
    assert "Gebeld met &lt;buren&gt;" in html
    assert re.search(r'value="other"[^>]*checked', html)


def test_help_and_fault_are_tied_to_the_field() -> None:
    html = page(since="vorige week")
    assert 'aria-describedby="id_since_helptext id_since_error"' in html
    assert 'id="id_since_helptext"' in html
    assert 'id="id_since_error"' in html


def test_the_browser_does_not_judge_before_it_is_sent() -> None:
    html = page()
    assert "novalidate" in html
    assert not re.search(r"<(input|textarea|select)[^>]* required", html)


def test_what_may_be_left_empty_says_so() -> None:
    assert page().count("(niet verplicht)") == 1


def test_a_form_carries_its_key() -> None:
    assert '<input type="hidden" name="once" value="sleutel-1">' in page()


def test_the_reason_for_asking_stands_beneath_the_field() -> None:
    form = Question()
    form.fields["since"].why = "Dit telt mee voor de termijn."  # type: ignore[attr-defined]
    form.fields["since"].seen_by = ["U Centraal", "Portaal"]  # type: ignore[attr-defined]
    html = str(form)
    assert "Waarom vragen we dit? Dit telt mee voor de termijn." in html
    assert "Zichtbaar voor: U Centraal, Portaal." in html
