"""The page's endpoints serve this machine's own browser and nobody else."""

import httpx
import pytest

from bot.simulator.people import Person
from bot.simulator.running import Running


def test_the_first_address_leads_to_the_page(server: Running) -> None:
    response = httpx.get(server.url, follow_redirects=True)
    assert response.status_code == 200
    assert "This is not Telegram, but a simulator of it" in response.text


def test_a_page_of_another_site_cannot_act(server: Running, rosa: Person) -> None:
    deed = {"person": rosa.id, "text": "forged"}
    forged = httpx.post(f"{server.url}/simulator/say", json=deed, headers={"origin": "https://evil.example"})
    assert forged.status_code == 403
    own = httpx.post(f"{server.url}/simulator/say", json=deed, headers={"origin": server.url})
    assert own.status_code == 200
    assert [message.text for message in rosa.messages] == ["forged"]


def test_another_name_that_resolves_to_this_machine_is_not_served(server: Running) -> None:
    response = httpx.get(f"{server.url}/simulator/", headers={"host": "rebound.example"})
    assert response.status_code == 400


@pytest.mark.parametrize(
    ("path", "deed", "problem"),
    [
        ("say", {"text": " "}, "an empty message cannot be sent"),
        ("say", {"text": "x", "person": 1}, "there is no such person"),
        ("skip", {"seconds": -5}, "the clock only goes ahead"),
        ("open", {"link": "https://example.com"}, "https://example.com is not a link of the bot"),
        ("contact", {"first_name": "Jan"}, "a contact card needs a phone number and a first name"),
        ("person", {"name": " "}, "a person needs a name"),
        ("send", {}, "there is no file, or it is empty"),
    ],
)
def test_what_cannot_be_done_is_said(
    server: Running, rosa: Person, path: str, deed: dict[str, object], problem: str
) -> None:
    response = httpx.post(f"{server.url}/simulator/{path}", json={"person": rosa.id, **deed})
    assert (response.status_code, response.json()) == (400, {"problem": problem})


def test_an_uploaded_page_runs_no_script(server: Running, rosa: Person) -> None:
    sent = rosa.sends_document(b"<script>alert(1)</script>", "x.html", "text/html")
    response = httpx.get(f"{server.url}/simulator/file/{sent.payload['document']['file_id']}")
    assert response.headers["content-security-policy"] == "default-src 'none'; sandbox"
    assert response.headers["x-content-type-options"] == "nosniff"


def test_updates_are_pushed_and_calls_counted_over_http_for_a_simulator_in_another_process(
    server: Running,
) -> None:
    updates = [{"message": {"message_id": number}} for number in range(3)]
    httpx.post(f"{server.url}/simulator/raw", json={"updates": updates})
    assert len(httpx.get(f"{server.base_url}{server.world.token}/getUpdates").json()["result"]) == 3
    assert httpx.get(f"{server.url}/simulator/calls").json() == {"getUpdates 200": 1}
