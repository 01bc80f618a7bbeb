"""`python -m bot.bench.telegram_process`: the simulated Telegram in a process of its own, told what to do on stdin.

One JSON object a line in, one out. {"do": "poll"} waits until a bot polls; {"do": "burst", "kind", "count"} sends that
many messages from all people at once and gives the seconds until the last answer; {"do": "one by one", …} sends each
after the last one's answer, from one person, and gives the seconds of each.
"""

import json
import sys
import time
from typing import Any

from bot.bench.messages import send
from bot.simulator.people import Person
from bot.simulator.running import serve
from bot.simulator.world import World

PEOPLE = 20
_PATIENCE = 600.0


def main() -> None:
    """Until standard input ends. The first line out says where it listens and who is there."""
    world = World(first_update_id=int(time.time() * 10))  # after those of an earlier run on the same database
    world.log = type(world.log)(maxlen=1000)
    people = [world.add_user(f"Person {number}", "en") for number in range(PEOPLE)]
    with serve(world) as running:
        _say({"url": running.url, "token": world.token, "people": [person.id for person in people]})
        for line in sys.stdin:
            asked = json.loads(line)
            match asked["do"]:
                case "poll":
                    world.wait_for(lambda: world.polls > 0, _PATIENCE)
                    _say({"at": time.time()})
                case "burst":
                    _say({"seconds": _burst(world, people, asked)})
                case "one by one":
                    _say(
                        {
                            "seconds": [
                                _one(world, people[0], asked, number) for number in range(asked["count"])
                            ]
                        }
                    )


def _burst(world: World, people: list[Person], asked: dict[str, Any]) -> float:
    before = sum(_answers(person) for person in people)
    wanted = before + asked["count"]
    started = time.perf_counter()
    with world.changing():
        for number in range(asked["count"]):
            send(people[number % len(people)], asked["kind"], asked["first"] + number)
    world.wait_for(lambda: sum(_answers(person) for person in people) >= wanted, _PATIENCE)
    return time.perf_counter() - started


def _one(world: World, person: Person, asked: dict[str, Any], number: int) -> float:
    wanted = _answers(person) + 1
    started = time.perf_counter()
    send(person, asked["kind"], asked["first"] + number)
    world.wait_for(lambda: _answers(person) >= wanted, _PATIENCE)
    return time.perf_counter() - started


def _answers(person: Person) -> int:
    """Each message of a person is answered by one of the bot."""
    return len(person.chat.messages) // 2


def _say(said: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(said) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
