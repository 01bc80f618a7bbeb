"""`python -m bot.simulator [PORT]`: the simulator in a process of its own, for a bot that runs elsewhere."""

import sys
from threading import Event

from bot.simulator.running import serve
from bot.simulator.world import World


def main() -> None:
    """Serve three people until the process is stopped."""
    world = World()
    world.add_user("Rosa Rep", "en", note="rep")
    world.add_user("Max Meyer", "de", note="manager")
    world.add_user("Sam Stranger", "nl", started=False)
    with serve(world, int(sys.argv[1]) if len(sys.argv) > 1 else 8080) as running:
        sys.stdout.write(f"{running.url}/ with the token {world.token}\n")
        sys.stdout.flush()
        Event().wait()


if __name__ == "__main__":
    main()
